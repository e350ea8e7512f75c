using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class VerifyRectificationTests
{
    [Fact]
    public async Task VerifyRectification_NotCorrected_NeedsACommentAndANewDateAndCountsAsAReturn()
    {
        await using var world = await OneStep.CreateAsync("Audit.VerifyRectification");
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var item = await world.OpenAsync(subject);
        var refused = AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.Reviewer, item, "不合格", RectifyTests.Check()));
        Assert.Contains("comment:required", refused, StringComparison.Ordinal);
        Assert.Contains("dueAgain:required", refused, StringComparison.Ordinal);

        var check = RectifyTests.Check();
        check["dueAgain"] = "2026-06-30";
        await world.AnswerAsync(AuditWorld.Reviewer, subject, "不合格", check, "计量点仍有异常");

        Assert.Equal(1, (await world.CaseAsync(subject.Id)).Returns);
    }
}
