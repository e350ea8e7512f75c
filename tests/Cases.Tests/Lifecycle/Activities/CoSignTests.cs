using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class CoSignTests
{
    [Fact]
    public async Task CoSign_ByTwoRoles_WaitsForBothAndKeepsTheCasesLimitMeanwhile()
    {
        await using var world = await OneStep.CreateAsync("Audit.CoSign");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        Assert.Equal(["county-auditor", "reviewer"], asked.Select(item => item.RoleName).Order());

        await world.TryAnswerAsync(AuditWorld.County, asked.Single(item => item.RoleName == "county-auditor"), "同意", Opinion());
        var waiting = await world.CaseAsync(subject.Id);
        Assert.Equal(("co-signing", asked[0].DueAt), (waiting.State, waiting.DueAt));

        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "同意", Opinion()));
    }

    [Fact]
    public async Task CoSign_FirstDisagreementWhereAllMustAgree_DecidesAndWithdrawsTheOthers()
    {
        await using var world = await OneStep.CreateAsync("Audit.CoSign");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var item = (await world.AllOpenAsync(subject)).Single(each => each.RoleName == "reviewer");

        await world.TryAnswerAsync(AuditWorld.Reviewer, item, "不同意", Opinion(), "依据不足");

        Assert.Equal("closed", (await world.CaseAsync(subject.Id)).Stage);
        Assert.Equal(1, await world.ReadAsync(db => db.Set<WorkItem>().CountAsync(row => row.Subject == subject.ToString() && row.State == WorkItemStates.Cancelled)));
    }

    [Fact]
    public async Task CoSign_ByNamedPersons_AsksExactlyThem()
    {
        await using var world = await OneStep.CreateAsync("Audit.CoSign", ("persons", """["1005","1006"]"""), ("signers", "[]"), ("rule", "any"));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        Assert.Equal([AuditWorld.Reviewer.Id, AuditWorld.Owner.Id], asked.Select(item => item.AssigneeId!.Value).Order());

        var stranger = await world.TryAnswerAsync(AuditWorld.HandlerAsReviewer, asked.Single(item => item.AssigneeId == AuditWorld.Reviewer.Id), "同意", Opinion());
        Assert.Equal("forbidden", Assert.IsType<Problem>(stranger).Code);

        await world.TryAnswerAsync(AuditWorld.Owner, asked.Single(item => item.AssigneeId == AuditWorld.Owner.Id), "同意", Opinion());
        Assert.Equal("closed", (await world.CaseAsync(subject.Id)).Stage);
    }

    [Fact]
    public async Task CoSign_TwiceByOnePersonUnderTwoAccounts_IsRefused()
    {
        await using var world = await OneStep.CreateAsync("Audit.CoSign", ("signers", "[]"), ("role", "reviewer"), ("count", "2"));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        await world.TryAnswerAsync(AuditWorld.Reviewer, asked[0], "同意", Opinion());

        Assert.Contains("answered-already", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.Reviewer, asked[1], "同意", Opinion())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CoSign_WithNobodyToAsk_StopsOnThatNode()
    {
        await using var world = await OneStep.CreateAsync("Audit.CoSign", ("signers", "[]"), ("count", "0"));
        await world.DispatchedCaseAsync();
        Assert.Equal(["signers"], await world.ReadAsync(db => db.Set<IncidentRow>().Select(row => row.Code).ToListAsync()));
    }

    private static JsonObject Opinion() => new() { ["opinion"] = "情况清楚" };
}
