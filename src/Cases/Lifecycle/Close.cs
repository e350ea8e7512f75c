using System.Text.Json.Nodes;
using CaseMgmt.Cases.Improvement;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>归档: the case (or the task) ends. A closed case finishes its anomalies; a returned one gives them back to the analyst, so that nothing is lost.</summary>
public sealed class Close : Activity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Audit.Close", 1, "稽查 Audit", new("归档", "Close"), new("结束工单或任务；退回的工单把异常交还分析员", "Ends the case or the task"), "archive",
        [
            HumanInputs.English,
            HumanInputs.Choice("Result", new("结束方式", "Result"), new("决定异常的去向", "What becomes of the anomalies"), "closed",
                [("closed", new("完成", "Finished")), ("returned", new("退回分析员", "Back to the analyst")), ("cancelled", new("作废", "Cancelled"))]),
            HumanInputs.Choice("CaseState", new("状态", "State"), new("结束后的状态", "State afterwards"), "closed", HumanInputs.States),
            new("WriteHazard", "Boolean", new("写入隐患库", "Write hazard entry"),
                new("属实且有根因时生成隐患条目", "When confirmed and the root cause is known"), true, "checkbox"),
        ],
        [], ["Done"]);

    public override ActivityResult Execute(ActivityContext context)
    {
        var subject = context.CorrelationId!;
        context.Emit(new CloseSubject(subject, NodeInputs.Required(context, "Result"), NodeInputs.Required(context, "CaseState")));
        if (NodeInputs.Flag(context, "WriteHazard") && SubjectRef.Parse(subject).IsCase)
        {
            context.Emit(new WriteHazard(subject));
        }

        return ActivityResult.Done;
    }
}

/// <summary>Ends a case or a task.</summary>
/// <param name="Result">closed, returned or cancelled.</param>
public sealed record CloseSubject(string Subject, string Result, string State) : Effect;

/// <inheritdoc cref="CloseSubject"/>
public sealed class CloseSubjectHandler : EffectHandler<CloseSubject>
{
    protected override async ValueTask ApplyAsync(CloseSubject effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        if (subject.IsTask)
        {
            await TaskRow.ChangeAsync(session, subject, row => (row.Stage, row.State, row.ClosedAt) = ("closed", effect.State, session.Now));
            return;
        }

        await EndAsync(session, subject, effect.Result, effect.State);
    }

    /// <summary>The order ends: its anomalies are finished with it, or free for another one.</summary>
    public static async ValueTask EndAsync(CommitSession session, SubjectRef subject, string result, string state)
    {
        await CaseRow.ChangeAsync(session, subject, row =>
            (row.Stage, row.State, row.ClosedAt, row.DueAt, row.Overdue) = ("closed", state, session.Now, null, false));
        await session.AppendHistoryAsync(subject.ToString(), "case.closed", new JsonObject { ["result"] = result });
        if (result != "closed")
        {
            await session.ExecuteAsync($"update case_item set held_anomaly_id = null, version = version + 1 where case_id = {subject.Id}");
        }

        foreach (var anomaly in await session.QueryAsync<Anomaly>($"case_id = {subject.Id}"))
        {
            Settle(anomaly, result);
            await session.UpdateAsync(anomaly);
        }
    }

    /// <summary>Where an anomaly goes when its case ends.</summary>
    public static void Settle(Anomaly anomaly, string result)
    {
        var finished = result == "closed";
        anomaly.Move(finished ? AnomalyEvent.Finish : AnomalyEvent.Release);
        (anomaly.TaskId, anomaly.CaseId) = finished ? (anomaly.TaskId, anomaly.CaseId) : (null, null);
    }
}
