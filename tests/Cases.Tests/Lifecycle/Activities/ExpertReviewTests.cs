using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task Opinion_WhileOthersAreAsked_IsReadByItsAuthorOnly()
    {
        await using var world = await OneStep.CreateAsync("Audit.ExpertReview", ("persons", """["1002","1005","1006"]"""));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        await world.TryAnswerAsync(AuditWorld.Reviewer, asked.Single(item => item.AssigneeId == AuditWorld.Reviewer.Id), "不认可", Opinion(), "依据不足");

        Assert.Equal(("不认可", false), await OnlyAnswerAsync(world, subject, AuditWorld.Reviewer));
        Assert.Equal((null, true), await OnlyAnswerAsync(world, subject, AuditWorld.Owner));
        Assert.DoesNotContain("依据不足", await HistoryAsync(world, subject, AuditWorld.Owner), StringComparison.Ordinal);
        Assert.Contains("依据不足", await HistoryAsync(world, subject, AuditWorld.Reviewer), StringComparison.Ordinal);
        Assert.Equal(0, (await world.CaseAsync(subject.Id)).Returns);
    }

    [Fact]
    public async Task Opinions_OnceTheStepIsDecided_AreOpenWithTheirSummary()
    {
        await using var world = await OneStep.CreateAsync("Audit.ExpertReview", ("persons", """["1002","1005","1006"]"""));
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var asked = await world.AllOpenAsync(subject);
        await world.TryAnswerAsync(AuditWorld.Reviewer, asked.Single(item => item.AssigneeId == AuditWorld.Reviewer.Id), "不认可", Opinion(), "依据不足");
        await world.TryAnswerAsync(AuditWorld.Owner, asked.Single(item => item.AssigneeId == AuditWorld.Owner.Id), "不认可", Opinion(), "同上");

        var read = await ReadAsync(world, subject, AuditWorld.County);
        Assert.All(read.Answers, answer => Assert.Equal(("不认可", false), (answer.Outcome, answer.Sealed)));
        var summary = Assert.Single(read.Summaries);
        Assert.Equal((3, "不认可", 2), (summary.Asked, summary.Outcomes[0].Outcome, summary.Outcomes[0].Votes));
        Assert.Equal(1, (await world.CaseAsync(subject.Id)).Returns);
    }

    [Fact]
    public void Sealed_WhenTheTimeOfWhoIsStillAskedIsOver_IsNothing()
    {
        WorkItem[] items =
        [
            new() { Id = "i-3-1", ActivityType = ExpertReview.TypeName, State = WorkItemStates.Completed, CompletedBy = 5 },
            new() { Id = "i-3-2", ActivityType = ExpertReview.TypeName, State = WorkItemStates.Open, DueAt = new DateTime(2026, 6, 10, 0, 0, 0, DateTimeKind.Utc) },
        ];
        Assert.Equal(["i-3-1"], AskedTogether.Sealed(items, 6, new DateTime(2026, 6, 9, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Empty(AskedTogether.Sealed(items, 6, new DateTime(2026, 6, 11, 0, 0, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void ExpertReview_ByThePersonWhoHandled_IsRefused() => Assert.Equal(
        [new GuardProblem(null, "four-eyes")],
        new ExpertReview().Guard(new AnswerFacts(new Answer("认可", null, [], 1), 0, "1003", new HashSet<string> { "1003" })));

    private static async Task<(string? Outcome, bool Sealed)> OnlyAnswerAsync(AuditWorld world, SubjectRef subject, CurrentAccount reader)
    {
        var answer = Assert.Single((await ReadAsync(world, subject, reader)).Answers);
        return (answer.Outcome, answer.Sealed);
    }

    private static async Task<GetCase.Answer> ReadAsync(AuditWorld world, SubjectRef subject, CurrentAccount reader)
    {
        await using var scope = world.Get<IServiceScopeFactory>().CreateAsyncScope();
        return Assert.IsType<Ok<GetCase.Answer>>(await scope.ServiceProvider.GetRequiredService<GetCase>().HandleAsync(subject.Id, reader, "zh")).Value!;
    }

    private static async Task<string> HistoryAsync(AuditWorld world, SubjectRef subject, CurrentAccount reader)
    {
        await using var scope = world.Get<IServiceScopeFactory>().CreateAsyncScope();
        var history = Assert.IsType<Ok<ReadHistory.Answer>>(await scope.ServiceProvider.GetRequiredService<ReadHistory>().HandleAsync(subject, null, reader, "zh")).Value!;
        return string.Join('\n', history.Items.Select(line => $"{line.Comment} {line.Data?.ToJsonString(Readable)}"));
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonObject Opinion() => new() { ["opinion"] = "佐证齐全，结论与规则相符", ["quality"] = "sufficient" };
}
