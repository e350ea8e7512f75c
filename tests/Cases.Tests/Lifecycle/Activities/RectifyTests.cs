using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class RectifyTests
{
    [Fact]
    public async Task Rectify_Answered_StandsAsWorkThatItsAuthorMayNotVerify()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) =>
            key == "online-audit" ? OneStep.Chain(json, OneStep.Node("Audit.Rectify"), OneStep.Node("Audit.VerifyRectification")) : json);
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AddEvidenceAsync(subject.Id);
        await world.AnswerAsync(AuditWorld.Handler, subject, "完成整改", Measures());

        var own = await world.TryAnswerAsync(AuditWorld.HandlerAsReviewer, await world.OpenAsync(subject), "合格", Check());

        Assert.Contains("four-eyes", AuditWorld.Describe(own), StringComparison.Ordinal);
        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "合格", Check()));
    }

    [Fact]
    public void Rectify_WithoutEvidence_IsRefused() => Assert.Equal(
        [new GuardProblem("evidence", "rectification-evidence")],
        new Rectify().Guard(new AnswerFacts(new Answer("完成整改", null, [], 1), 0, "1003", new HashSet<string>())));

    internal static JsonObject Measures() => new()
    {
        ["kind"] = "data", ["measures"] = "已更正营销系统容量档案并退补电费", ["responsible"] = "张伟", ["doneOn"] = "2026-06-12", ["recoveredYuan"] = "1280.50",
    };

    internal static JsonObject Check() => new() { ["metricBack"] = true, ["evidenceTrue"] = true, ["opinion"] = "复核数据已恢复正常" };
}
