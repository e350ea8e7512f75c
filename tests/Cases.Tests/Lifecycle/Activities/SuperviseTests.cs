using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class SuperviseTests
{
    [Fact]
    public async Task Supervise_OfLevelTwo_RaisesTheCaseTellsTheUnitAndWaitsForItsReport()
    {
        await using var world = await OneStep.CreateAsync("Audit.Supervise", ("level", "2"));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var row = await world.CaseAsync(subject.Id);
        Assert.Equal(("supervised", "county-auditor"), (row.State, (await world.OpenAsync(subject)).RoleName));
        Assert.Contains("case.supervised", await world.HistoryKindsAsync(subject));
        var notice = await world.ReadAsync(db => db.Set<Notification>().SingleAsync(each => each.Kind == NotifyPeopleHandler.Kind));
        Assert.Equal(AuditWorld.County.Id, notice.AccountId);
        Assert.Contains(row.Number, notice.ArgsJson, StringComparison.Ordinal);

        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.County, subject, "已反馈", Report()));
        Assert.Equal(3, (await world.CaseAsync(subject.Id)).EscalationLevel);
    }

    internal static JsonObject Report() => new()
    {
        ["progress"] = "已安排现场核查，预计三日内完成", ["plan"] = "补充佐证并回复", ["responsible"] = "李敏", ["plannedOn"] = "2026-06-15",
    };
}
