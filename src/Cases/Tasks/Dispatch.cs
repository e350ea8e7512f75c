using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>派发工单: the analyst confirms, the work orders become dispatched. Starting their lifecycles is the next node's business.</summary>
public sealed class Dispatch : HumanActivity
{
    private const string Dispatched = "CasesDispatched";

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Dispatch", new("派发工单", "Dispatch"), new("确认后工单生效并下发责任单位", "After confirmation the orders go to their units"), "send",
        new(Roles.Analyst, "city", "dispatch", "dispatch", "dispatching", ["派发"], """{"派发":{"en":"Dispatch","primary":true}}""", (4, 8, 16)));

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume) =>
        resume.Name == Dispatched ? ActivityResult.Outcome(NodeInputs.Texts(context, "Outcomes")[0]) : base.Resume(context, resume);

    /// <summary>The first outcome dispatches, and goes on when every order is; any other that a definition adds only leaves by its port.</summary>
    protected override ActivityResult After(ActivityContext context, Answer answer)
    {
        if (answer.Outcome != NodeInputs.Texts(context, "Outcomes")[0])
        {
            return ActivityResult.Outcome(answer.Outcome);
        }

        context.Emit(new DispatchCases(context.CorrelationId!, context.Wait(Dispatched)));
        return ActivityResult.Waiting;
    }
}

/// <summary>Every drafted case of the task becomes a dispatched one, and <paramref name="BookmarkId"/> is told.</summary>
public sealed record DispatchCases(string Subject, string BookmarkId) : Effect;

/// <inheritdoc cref="DispatchCases"/>
public sealed class DispatchCasesHandler : EffectHandler<DispatchCases>
{
    protected override ValueTask ApplyAsync(DispatchCases effect, CommitSession session) => session.EnqueueWorkAsync(
        DispatchDrafts.WorkName, effect.InstanceId, new JsonObject { ["subject"] = effect.Subject, ["instance"] = effect.InstanceId, ["bookmark"] = effect.BookmarkId });
}

/// <summary>Dispatches the drafts of a task some at a time; the last step says that the task is dispatched and lets the lifecycle start those of the orders.</summary>
public sealed class DispatchDrafts : ChunkedWork
{
    public const string WorkName = "dispatch-cases";
    private const int PerStep = 50;

    public override string Name => WorkName;

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var task = SubjectRef.Parse(data["subject"]!.GetValue<string>());
        var drafts = await session.TopAsync<AuditCase>(PerStep, $"task_id = {task.Id} and state = {PlanCasesHandler.DraftState} order by id");
        foreach (var row in drafts)
        {
            (row.Stage, row.State) = ("dispatch", "dispatched");
            await session.UpdateAsync(row);
            await session.AppendHistoryAsync(SubjectRef.Case(row.Id).ToString(), "case.dispatched", new JsonObject { ["unit"] = row.OrgNo });
        }

        if (drafts.Count > 0)
        {
            return data;
        }

        await TaskRow.ChangeAsync(session, task, row => row.State = "dispatched");
        await session.EnqueueAsync(new QueuedStimulus("CasesDispatched", null) { InstanceId = data["instance"]!.GetValue<string>(), BookmarkId = data["bookmark"]!.GetValue<string>() });
        return null;
    }
}
