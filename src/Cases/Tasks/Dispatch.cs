using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>派发工单: the analyst confirms, the work orders become dispatched. Starting their lifecycles is the next node's business.</summary>
public sealed class Dispatch : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Dispatch", new("派发工单", "Dispatch"), new("确认后工单生效并下发责任单位", "After confirmation the orders go to their units"), "send",
        new(Roles.Analyst, "city", "dispatch", "dispatch", "dispatching", ["派发"], """{"派发":{"en":"Dispatch","primary":true}}""", (4, 8, 16)));

    /// <summary>The first outcome dispatches; any other that a definition adds only leaves by its port.</summary>
    protected override void Record(ActivityContext context, Answer answer)
    {
        if (answer.Outcome == NodeInputs.Texts(context, "Outcomes")[0])
        {
            context.Emit(new DispatchCases(context.CorrelationId!));
        }
    }
}

/// <summary>Every drafted case of the task becomes a dispatched one.</summary>
public sealed record DispatchCases(string Subject) : Effect;

/// <inheritdoc cref="DispatchCases"/>
public sealed class DispatchCasesHandler : EffectHandler<DispatchCases>
{
    protected override async ValueTask ApplyAsync(DispatchCases effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        foreach (var row in await session.QueryAsync<AuditCase>($"task_id = {subject.Id} and state = {PlanCasesHandler.DraftState} order by id"))
        {
            (row.Stage, row.State) = ("dispatch", "dispatched");
            await session.UpdateAsync(row);
            await session.AppendHistoryAsync(SubjectRef.Case(row.Id).ToString(), "case.dispatched", new JsonObject { ["unit"] = row.OrgNo });
        }

        await TaskRow.ChangeAsync(session, subject, row => row.State = "dispatched");
    }
}
