using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;
using CaseMgmt.Cases.Tests.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Upgrade;

/// <summary>
/// Makes the database that a later release must be able to upgrade: cases that wait at several stages, on the schema of the release that runs this. Run by
/// <c>make.sh</c> on the checkout of a release; as a test of every day it only shows that it still can.
/// </summary>
public sealed class FixtureMaker
{
    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task RunningCases_OfThisRelease_WaitAtSeveralStages(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);

        var waiting = await world.DispatchedCaseAsync(await world.AnomalyAsync());
        var handled = await world.DispatchedCaseAsync(await world.AnomalyAsync());
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(handled.Id), "签收");
        var reviewed = await world.DispatchedCaseAsync(await world.AnomalyAsync());
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(reviewed.Id), "签收");
        await world.AddEvidenceAsync(reviewed.Id);
        await world.AnswerAsync(AuditWorld.Handler, SubjectRef.Case(reviewed.Id), "提交", Answers.Confirmed());
        var undecided = await world.CreateTaskAsync(await world.AnomalyAsync());

        Assert.NotEmpty((await world.OpenAsync(SubjectRef.Case(waiting.Id))).Title);
        Assert.NotNull(await world.OpenAsync(SubjectRef.Task(undecided)));
        await KeepAsync(world, provider);
    }

    // Where the copy goes is said by make.sh; every other run keeps nothing.
    private static async Task KeepAsync(AuditWorld world, StoreProvider provider)
    {
        if (Environment.GetEnvironmentVariable("UPGRADE_FIXTURE_OUT") is not { Length: > 0 } folder)
        {
            return;
        }

        if (provider == StoreProvider.Sqlite)
        {
            var file = Path.Combine(folder, "fixture.db");
            await world.ReadAsync(db => db.Database.ExecuteSqlAsync($"vacuum into {file}"));
            return;
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "fixture.database"), await world.ReadAsync(db => Task.FromResult(db.Database.GetDbConnection().Database)));
    }
}
