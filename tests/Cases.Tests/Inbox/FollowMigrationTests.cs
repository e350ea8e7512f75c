using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>A case moves to another version of its lifecycle while somebody works on it.</summary>
public sealed class FollowMigrationTests
{
    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_CaseAtARenamedNode_KeepsItsWorkItemUnderTheNewIdAndItsLimit(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var (audit, before) = await AtHandleAsync(world);

        await MigrateAsync(world, audit, ClockChoice.Keep);

        var after = await world.OpenAsync(SubjectRef.Case(audit.Id));
        Assert.Equal((before.Id, "process", before.DueAt), (after.Id, after.ActivityId, after.DueAt));
        var signed = await world.ReadAsync(db => db.Set<WorkItem>().AsNoTracking().SingleAsync(row => row.InstanceId == before.InstanceId && row.State == WorkItemStates.Completed));
        Assert.Equal("sign-in", signed.ActivityId);
        Assert.Contains("workflow.migrated", await world.HistoryKindsAsync(SubjectRef.Case(audit.Id)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Migrate_WithRecomputedClocks_SetsTheLimitOfTheNewNodeFromWhenTheStepWasOpened(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var (audit, before) = await AtHandleAsync(world);
        world.Clock.Now += TimeSpan.FromHours(1);

        await MigrateAsync(world, audit, ClockChoice.Recompute);

        var after = await world.OpenAsync(SubjectRef.Case(audit.Id));
        var expected = world.Get<WorkingCalendar>().Add(before.OpenedAt, TimeSpan.FromHours(4));
        Assert.Equal((before.Id, expected), (after.Id, after.DueAt));
        Assert.Equal(expected, (await world.CaseAsync(audit.Id)).DueAt);
        var pending = await world.ReadAsync(db => db.Set<Deadline>().AsNoTracking().Where(row => row.WorkItemId == after.Id && row.State == Deadline.Pending).ToListAsync());
        Assert.Equal(expected, pending.Single(row => row.Step == "overdue").DueAt);
    }

    private static async Task<(AuditCase Case, WorkItem Item)> AtHandleAsync(AuditWorld world)
    {
        var audit = await world.DispatchedCaseAsync();
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(audit.Id), "签收");
        return (audit, await world.OpenAsync(SubjectRef.Case(audit.Id)));
    }

    // The next version calls the node "process" and gives it four working hours.
    private static async Task MigrateAsync(AuditWorld world, AuditCase audit, ClockChoice clocks)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Shipped.Latest("online-audit")))!;
        foreach (var hours in new[] { "slaHoursCritical", "slaHoursUrgent", "slaHoursNormal" })
        {
            json["root"]!["activities"]!.AsArray().Single(node => node!["id"]!.ToString() == "handle")![hours] =
                new JsonObject { ["typeName"] = "Decimal", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = 4 } };
        }

        var renamed = json.ToJsonString().Replace("\"id\":\"handle\"", "\"id\":\"process\"", StringComparison.Ordinal)
            .Replace("\"activity\":\"handle\"", "\"activity\":\"process\"", StringComparison.Ordinal);
        var import = await world.Get<DefinitionStore>().ImportAsync(renamed, "system", publish: true);
        var item = await world.OpenAsync(SubjectRef.Case(audit.Id));
        var request = new MigrateRequest([item.InstanceId], import.Version, new Dictionary<string, string> { ["handle"] = "process" }, AuditWorld.Owner.Actor, DryRun: false) { Clocks = clocks };
        var result = Assert.Single(await world.Get<InstanceMigration>().RunAsync(request));
        Assert.True(result.Moved, result.Reason);
    }
}
