using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// What a withdrawn task leaves behind, some at a time: first its drafts become void, then its anomalies are free again. What was to be handled still is; what nobody had judged
/// stays unjudged.
/// </summary>
public sealed class FreeAnomalies : ChunkedWork
{
    public const string WorkName = "free-anomalies";
    private const int DraftsPerStep = 5;
    private const int AnomaliesPerStep = 250;

    public override string Name => WorkName;

    public static JsonObject DataOf(long taskId) => new() { ["task"] = taskId };

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var task = await TaskRow.FindAsync(session, SubjectRef.Task(data["task"]!.GetValue<long>()));
        var drafts = await session.TopAsync<AuditCase>(DraftsPerStep, $"task_id = {task.Id} and state = {PlanCasesHandler.DraftState} order by id");
        foreach (var draft in drafts)
        {
            await CloseSubjectHandler.EndAsync(session, SubjectRef.Case(draft.Id), "cancelled", WithdrawTask.State);
        }

        if (drafts.Count > 0)
        {
            return data;
        }

        // Those of a draft went with it; what is left was in no order.
        var held = await session.TopAsync<Anomaly>(AnomaliesPerStep, $"task_id = {task.Id} order by id");
        foreach (var anomaly in held)
        {
            CloseSubjectHandler.Settle(anomaly, "cancelled");
            await session.UpdateAsync(anomaly);
        }

        session.Announce(Topics.ToOrg(task.OrgPath, Topics.Anomalies));
        return held.Count > 0 ? data : null;
    }
}
