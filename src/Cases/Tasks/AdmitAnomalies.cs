using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Keeps the anomalies of the admitted themes in the task, lets the others go, and reports the counts to <paramref name="BookmarkId"/>.</summary>
/// <param name="Themes">Theme codes with commas; empty admits every theme.</param>
public sealed record AdmitAnomalies(string Subject, string BookmarkId, string Themes) : Effect;

/// <inheritdoc cref="AdmitAnomalies"/>
public sealed class AdmitAnomaliesHandler : EffectHandler<AdmitAnomalies>
{
    protected override async ValueTask ApplyAsync(AdmitAnomalies effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        var anomalies = await session.QueryAsync<Anomaly>($"task_id = {subject.Id} order by id");
        var admission = Admission.Of(anomalies, effect.Themes.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        foreach (var anomaly in admission.Leaving)
        {
            anomaly.Move(AnomalyEvent.Release);
            anomaly.TaskId = null;
            await session.UpdateAsync(anomaly);
        }

        await AnomalyMoves.OfTaskAsync(session, subject.Id, AnomalyEvent.Dispatch);
        if (admission.Leaving.Count > 0)
        {
            await session.AppendHistoryAsync(effect.Subject, "task.anomalies-left", new JsonObject
            {
                ["themes"] = effect.Themes,
                ["anomalies"] = new JsonArray([.. admission.Leaving.Select(anomaly => JsonValue.Create(anomaly.Id))]),
            });
            session.Announce("anomalies");
        }

        await session.EnqueueAsync(new QueuedStimulus("Admitted", new JsonObject
        {
            ["admitted"] = admission.Staying.Count,
            ["untriaged"] = admission.Staying.Count(Admission.IsUntriaged),
        })
        { InstanceId = effect.InstanceId, BookmarkId = effect.BookmarkId });
    }
}

/// <summary>Which anomalies of a task stay in it. Pure.</summary>
public sealed record Admission(IReadOnlyList<Anomaly> Staying, IReadOnlyList<Anomaly> Leaving)
{
    /// <summary>Those of other themes leave, and those that somebody decided not to handle.</summary>
    public static Admission Of(IReadOnlyList<Anomaly> anomalies, IReadOnlySet<string> themes)
    {
        var staying = anomalies.Where(anomaly => (themes.Count == 0 || themes.Contains(anomaly.ThemeCode)) && anomaly.State != AnomalyStates.Ignored).ToList();
        return new(staying, [.. anomalies.Except(staying)]);
    }

    public static bool IsUntriaged(Anomaly anomaly) => AnomalyLife.Next(anomaly.State, AnomalyEvent.ToHandle) is not null;
}

/// <summary>One decision for every anomaly of the task that nobody has judged yet.</summary>
/// <param name="Decision">to-handle or ignored.</param>
public sealed record TriageRest(string Subject, string Decision, string? Reason) : Effect;

/// <inheritdoc cref="TriageRest"/>
public sealed class TriageRestHandler : EffectHandler<TriageRest>
{
    protected override async ValueTask ApplyAsync(TriageRest effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        var rest = (await session.QueryAsync<Anomaly>($"task_id = {subject.Id} order by id")).Where(Admission.IsUntriaged).ToList();
        var decision = AnomalyLife.OfDecision(effect.Decision) ?? throw new InvalidOperationException($"'{effect.Decision}' is no decision.");
        foreach (var anomaly in rest)
        {
            anomaly.Move(decision);
            anomaly.TriageReason = effect.Reason;
            await session.UpdateAsync(anomaly);
        }

        await session.AppendHistoryAsync(effect.Subject, "task.triaged", new JsonObject
        {
            ["decision"] = effect.Decision,
            ["reason"] = effect.Reason,
            ["anomalies"] = new JsonArray([.. rest.Select(anomaly => JsonValue.Create(anomaly.Id))]),
        });
        session.Announce("anomalies");
    }
}
