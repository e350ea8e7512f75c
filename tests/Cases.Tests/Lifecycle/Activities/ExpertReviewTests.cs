using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class ExpertReviewTests
{
    [Fact]
    public async Task ExpertReview_TwoOfThreeAccept_DecidesWithoutTheThird()
    {
        await using var world = await OneStep.CreateAsync("Audit.ExpertReview", ("persons", """["1002","1005","1006"]"""));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        Assert.Equal(3, asked.Count);

        await world.TryAnswerAsync(AuditWorld.Reviewer, asked.Single(item => item.AssigneeId == AuditWorld.Reviewer.Id), "认可", Opinion());
        Assert.Equal("expert-review", (await world.CaseAsync(subject.Id)).State);
        await world.TryAnswerAsync(AuditWorld.Owner, asked.Single(item => item.AssigneeId == AuditWorld.Owner.Id), "认可", Opinion());

        Assert.Equal("closed", (await world.CaseAsync(subject.Id)).Stage);
        Assert.Empty(await world.AllOpenAsync(subject));
    }

    [Fact]
    public void ExpertReview_ByThePersonWhoHandled_IsRefused() => Assert.Equal(
        [new GuardProblem(null, "four-eyes")],
        new ExpertReview().Guard(new AnswerFacts(new Answer("认可", null, [], 1), 0, "1003", new HashSet<string> { "1003" })));

    private static JsonObject Opinion() => new() { ["opinion"] = "佐证齐全，结论与规则相符", ["quality"] = "sufficient" };
}
