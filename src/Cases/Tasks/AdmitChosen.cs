using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// The monitor step of a task, some anomalies at a time, in the order of their ids. The task says "admitting" until the last step reports the counts to the
/// lifecycle: a host that dies in between leaves whole anomalies, and the next one goes on behind the last of them.
/// </summary>
public sealed class AdmitChosen : ChunkedWork
{
    public const string WorkName = "admit-anomalies";
    private const int PerStep = 250;

    public override string Name => WorkName;

    /// <param name="After">The last anomaly that is done.</param>
    private sealed record Progress(AdmitAnomalies Effect, long After, int Admitted, int Untriaged);

    public static JsonObject DataOf(AdmitAnomalies effect) => JsonSerializer.SerializeToNode(new Progress(effect, 0, 0, 0))!.AsObject();

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var progress = data.Deserialize<Progress>()!;
        var effect = progress.Effect;
        var anomalies = await session.TopAsync<Anomaly>(PerStep, $"task_id = {SubjectRef.Parse(effect.Subject).Id} and id > {progress.After} order by id");
        if (anomalies.Count == 0)
        {
            await FinishAsync(progress, session);
            return null;
        }

        var admission = Admission.Of(anomalies, effect.Themes.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), effect.Decision);
        await WriteAsync(admission, effect, session);
        var untriaged = admission.Staying.Count(Admission.IsUntriaged);
        return JsonSerializer.SerializeToNode(progress with
        {
            After = anomalies[^1].Id, Admitted = progress.Admitted + admission.Staying.Count, Untriaged = progress.Untriaged + untriaged,
        })!.AsObject();
    }

    private static async ValueTask WriteAsync(Admission admission, AdmitAnomalies effect, CommitSession session)
    {
        foreach (var anomaly in admission.Judged)
        {
            anomaly.Move(AnomalyLife.OfDecision(effect.Decision)!.Value);
            anomaly.TriageReason = effect.Reason;
        }

        foreach (var anomaly in admission.Staying.Where(anomaly => anomaly.State == AnomalyStates.ToHandle))
        {
            anomaly.Move(AnomalyEvent.Dispatch);
        }

        foreach (var anomaly in admission.Leaving)
        {
            anomaly.Move(AnomalyEvent.Release);
            anomaly.TaskId = null;
        }

        foreach (var anomaly in admission.Staying.Concat(admission.Leaving))
        {
            await session.UpdateAsync(anomaly);
        }

        await TellAsync("task.triaged", admission.Judged, new JsonObject { ["decision"] = effect.Decision, ["reason"] = effect.Reason }, effect.Subject, session);
        await TellAsync("task.anomalies-left", admission.Leaving, new JsonObject { ["themes"] = effect.Themes }, effect.Subject, session);
    }

    private static async ValueTask TellAsync(string kind, IReadOnlyList<Anomaly> anomalies, JsonObject data, string subject, CommitSession session)
    {
        if (anomalies.Count > 0)
        {
            data["anomalies"] = new JsonArray([.. anomalies.Select(anomaly => JsonValue.Create(anomaly.Id))]);
            await session.AppendHistoryAsync(subject, kind, data);
        }
    }

    private static ValueTask FinishAsync(Progress progress, CommitSession session)
    {
        session.Announce("anomalies");
        var counts = new JsonObject { ["admitted"] = progress.Admitted, ["untriaged"] = progress.Untriaged };
        return session.EnqueueAsync(new QueuedStimulus("Admitted", counts) { InstanceId = progress.Effect.InstanceId, BookmarkId = progress.Effect.BookmarkId });
    }
}
