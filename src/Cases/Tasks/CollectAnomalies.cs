using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// Takes the anomalies of a new task some at a time, and starts its lifecycle with the last of them. One that is gone by then (another task was quicker)
/// withdraws the whole task: what it had taken is given back, some at a time too, so that nothing is dispatched twice and nothing stays bound.
/// </summary>
public sealed class CollectAnomalies(QueuedStarts starts) : ChunkedWork
{
    public const string WorkName = "collect-anomalies";
    private const int PerStep = 500;

    public override string Name => WorkName;

    public static JsonObject DataOf(long taskId, IReadOnlyList<long> anomalyIds) =>
        new() { ["task"] = taskId, ["ids"] = new JsonArray([.. anomalyIds.Select(id => JsonValue.Create(id))]) };

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var task = await TaskRow.FindAsync(session, SubjectRef.Task(data["task"]!.GetValue<long>()));
        return task.State == AuditTask.Withdrawn ? await GiveBackAsync(data, task, session) : await TakeAsync(data, task, session);
    }

    private async ValueTask<JsonObject?> TakeAsync(JsonObject data, AuditTask task, CommitSession session)
    {
        var ids = data["ids"]!.AsArray().Select(id => id!.GetValue<long>()).ToList();
        var (chunk, rest) = (ids.Take(PerStep).ToList(), ids.Skip(PerStep).ToList());
        if (chunk.Count - await AnomalyMarks.TakeAsync(session, task.Id, chunk) is var missing && missing > 0)
        {
            return await WithdrawAsync(task, missing, session);
        }

        await session.AppendHistoryAsync(SubjectRef.Task(task.Id).ToString(), "task.anomalies-taken", new JsonObject { ["anomalies"] = Ids(chunk) });
        if (rest.Count > 0)
        {
            return DataOf(task.Id, rest);
        }

        await starts.AddAsync(session, CreateTask.DefinitionId, new JsonObject { ["taskId"] = task.Id }, SubjectRef.Task(task.Id).ToString());
        session.Announce(Topics.ToOrg(task.OrgPath, Topics.Anomalies));
        return null;
    }

    private static async ValueTask<JsonObject> WithdrawAsync(AuditTask task, int missing, CommitSession session)
    {
        await TaskRow.ChangeAsync(session, SubjectRef.Task(task.Id), row => (row.Stage, row.State, row.ClosedAt) = ("closed", AuditTask.Withdrawn, session.Now));
        await session.AppendHistoryAsync(SubjectRef.Task(task.Id).ToString(), "task.withdrawn", new JsonObject { ["taken"] = missing });
        await CreateSampleTask.ReleaseAsync(session, task);
        return DataOf(task.Id, []);
    }

    private static async ValueTask<JsonObject?> GiveBackAsync(JsonObject data, AuditTask task, CommitSession session)
    {
        var held = await session.TopAsync<Anomaly>(PerStep, $"task_id = {task.Id} order by id");
        if (held.Count == 0)
        {
            session.Announce(Topics.ToOrg(task.OrgPath, Topics.Anomalies));
            return null;
        }

        await AnomalyMarks.ReleaseAsync(session, task.Id, [.. held.Select(anomaly => anomaly.Id)]);
        return data;
    }

    private static JsonArray Ids(IEnumerable<long> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);
}
