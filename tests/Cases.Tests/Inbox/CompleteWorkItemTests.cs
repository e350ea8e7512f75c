using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>The door every human answer comes through: once, by the right person, complete, or not at all.</summary>
public sealed class CompleteWorkItemTests
{
    [Fact]
    public async Task Complete_PostedTwice_IsAppliedOnceAndAnsweredAlike()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var item = await world.OpenAsync(subject);

        var first = await world.TryAnswerAsync(AuditWorld.County, item, "签收", key: "press-1");
        var second = await world.TryAnswerAsync(AuditWorld.County, item, "签收", key: "press-1");

        Assert.Equal(Value(first), Value(second));
        Assert.Single((await world.HistoryKindsAsync(subject)), kind => kind == "work-item.completed");
    }

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task Complete_PressedTwiceAtOnce_IsAppliedOnce(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var item = await world.OpenAsync(subject);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.TryAnswerAsync(AuditWorld.County, item, "签收", key: "press-1")));

        Assert.All(answers, answer => Assert.Equal("handle", Value(answer).Stage));
        Assert.Single((await world.HistoryKindsAsync(subject)), kind => kind == "work-item.completed");
    }

    [Fact]
    public async Task Complete_OnAStepThatSomebodyElseAnswered_TellsWhoAndWhen()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        await world.TryAnswerAsync(AuditWorld.County, item, "签收");

        var late = Assert.IsType<Problem>(await world.TryAnswerAsync(AuditWorld.County, item, "退回", comment: "晚了"));

        Assert.Equal((409, "work-item-gone"), (late.StatusCode, late.Code));
        Assert.Equal(("completed", "用户2", world.Clock.Now), (late.More["state"], late.More["completedBy"], late.More["completedAt"]));
    }

    [Fact]
    public async Task Complete_WithAnIncompleteForm_WritesNothingAndNamesTheFields()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        var item = await world.OpenAsync(subject);

        var refused = Assert.IsType<Problem>(await world.TryAnswerAsync(AuditWorld.Handler, item, "提交", Answers.Confirmed()));

        Assert.Equal((422, "form-invalid"), (refused.StatusCode, refused.Code));
        var error = Assert.Single((List<CompleteWorkItem.FieldError>)refused.More["errors"]!);
        Assert.Equal(("evidence", "请至少上传 1 份佐证材料"), (error.Field, error.Message));
        Assert.Equal(item.Version, (await world.OpenAsync(subject)).Version);
    }

    [Fact]
    public async Task Complete_ReturnWithoutWords_AsksForTheComment()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        Assert.Equal("form-invalid refusalReason:required;comment:required", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.County, item, "退回")));
    }

    [Fact]
    public async Task Complete_OutcomeThatTheNodeDoesNotOffer_IsRefused()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        Assert.Equal("form-invalid outcome:choice", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.County, item, "归档")));
    }

    [Fact]
    public async Task Complete_ByAnotherRoleOrAnotherStation_IsForbiddenOrUnknown()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        Assert.Equal("forbidden", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.Handler, await world.OpenAsync(subject), "签收")).Trim());
        Assert.Equal("not-found", AuditWorld.Describe(await world.TryAnswerAsync(AuditWorld.Handler2, await world.OpenAsync(subject), "签收")).Trim());
    }

    [Fact]
    public async Task Recheck_ByThePersonWhoHandledUnderAnotherAccount_IsRefused()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
        await world.AnswerAsync(AuditWorld.County, subject, "同意", WholeLoopTests.Opinion());

        var own = await world.TryAnswerAsync(AuditWorld.HandlerAsReviewer, await world.OpenAsync(subject), "通过", WholeLoopTests.Opinion());

        Assert.Equal("form-invalid :four-eyes", AuditWorld.Describe(own));
        Assert.Equal(("evaluate", "evaluating"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "通过", WholeLoopTests.Opinion()));
    }

    [Fact]
    public async Task Cancel_OfTheInstance_WithdrawsTheQuestionAndItsDeadlines()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        await world.Get<WorkflowRuntime>().CancelAsync(item.InstanceId, AuditWorld.Owner.Actor, "重复工单");

        Assert.Equal(WorkItemStates.Cancelled, await world.ReadAsync(db => db.Set<WorkItem>().Where(row => row.Id == item.Id).Select(row => row.State).SingleAsync()));
        Assert.Equal(0, await world.ReadAsync(db => db.Set<CaseMgmt.Cases.Sla.Deadline>().CountAsync(row => row.WorkItemId == item.Id && row.State == "pending")));
    }

    [Fact]
    public async Task Complete_InTheHistory_NamesNoPersonalWordsInTheChain()
    {
        await using var world = await AuditWorld.CreateAsync();
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
        var name = subject.ToString();
        var chain = await world.ReadAsync(db => db.Set<HistoryRow>().Where(row => row.Subject == name).Select(row => row.Data).ToListAsync());
        var personal = await world.ReadAsync(db => db.Set<HistoryPersonalRow>().Where(row => row.Subject == name).Select(row => row.Content).ToListAsync());
        Assert.DoesNotContain(chain, data => data.Contains("季节性", StringComparison.Ordinal));
        Assert.Contains(personal, content => content!.Contains("季节性", StringComparison.Ordinal));
    }

    private static CompleteWorkItem.Done Value(IResult result)
    {
        Assert.True(result is IValueHttpResult, AuditWorld.Describe(result));
        return (CompleteWorkItem.Done)((IValueHttpResult)result).Value!;
    }
}
