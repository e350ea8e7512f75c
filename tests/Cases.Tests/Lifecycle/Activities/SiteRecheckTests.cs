using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class SiteRecheckTests
{
    [Fact]
    public async Task SiteRecheck_WithoutEvidence_IsRefusedAndWithItGoesOn()
    {
        await using var world = await OneStep.CreateAsync("Audit.SiteRecheck");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        Assert.Equal("field-recheck", (await world.CaseAsync(subject.Id)).State);
        Assert.Contains("evidence:", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.Reviewer, await world.OpenAsync(subject), "属实", Finding())), StringComparison.Ordinal);

        await world.AddEvidenceAsync(subject.Id);

        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "属实", Finding()));
    }

    [Fact]
    public void SiteRecheck_ByThePersonWhoHandled_IsRefused() => Assert.Equal(
        [new GuardProblem(null, "four-eyes")],
        new SiteRecheck().Guard(new AnswerFacts(new Answer("属实", null, [], 1), 1, "1003", new HashSet<string> { "1003" })));

    internal static JsonObject Finding() => new() { ["visitedOn"] = "2026-06-10", ["visitors"] = "王强、李敏", ["finding"] = "现场铭牌与档案一致" };
}
