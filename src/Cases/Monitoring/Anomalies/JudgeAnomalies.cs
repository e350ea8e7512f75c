using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>One decision about named anomalies, with what its author may know of: it is judged by that also when he has gone home.</summary>
/// <param name="OrgPath">The author's organisation; rows outside it do not exist for him.</param>
/// <param name="Secret">Whether he may know of secret clues.</param>
public sealed record Judgement(AnomalyEvent Decision, string? Reason, string OrgPath, bool Secret)
{
    public static Judgement Of(AnomalyEvent decision, string? reason, CurrentAccount me) => new(decision, reason, me.OrgPath, me.Has(Permissions.ClueSecret));

    /// <summary>Null if the decision may be taken, otherwise why not. What is white-listed is not handled as long as its entry holds. Pure.</summary>
    public string? Refuses(Anomaly? anomaly) =>
        anomaly is null || OrgPath.Length == 0 || !anomaly.OrgPath.StartsWith(OrgPath, StringComparison.Ordinal) || (anomaly.Secret && !Secret) ? "not-found"
        : anomaly.WhiteId is not null && Decision == AnomalyEvent.ToHandle ? "white-listed"
        : anomaly.TaskId is null && AnomalyLife.Next(anomaly.State, Decision) is not null ? null
        : anomaly.TaskId is not null ? "already-in-task" : "already-" + anomaly.State;
}

/// <summary>An anomaly that the decision did not change, and why.</summary>
public sealed record Refusal(long Id, string Reason);

/// <summary>
/// Judges the anomalies of one part of a triage, some at a time. Each row is judged alone and stands by itself; the part's own row in the chain of the triage is
/// written with the last of them, so a triage is over when all its parts are told. A host that dies in between leaves whole chunks, and the next one goes on behind.
/// </summary>
public sealed class JudgeAnomalies : ChunkedWork
{
    public const string WorkName = "judge-anomalies";
    public const string Judged = "triage.judged";

    /// <summary>As many as one commit takes without holding the writer for long.</summary>
    public const int PerStep = 100;

    public override string Name => WorkName;

    private sealed record Progress(string Triage, Judgement Judgement, long[] Ids, int Changed, Refusal[] Refused);

    public static JsonObject DataOf(string triage, Judgement judgement, long[] ids) => Write(new(triage, judgement, ids, 0, []));

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var before = data.Deserialize<Progress>()!;
        var chunk = before.Ids[..Math.Min(PerStep, before.Ids.Length)];
        var refused = await DecideAsync(session, chunk, before.Judgement);
        var after = before with
        {
            Ids = before.Ids[chunk.Length..], Changed = before.Changed + chunk.Length - refused.Count, Refused = [.. before.Refused, .. refused],
        };
        if (after.Ids.Length > 0)
        {
            return Write(after);
        }

        await session.AppendHistoryAsync(after.Triage, Judged, new JsonObject
        {
            ["changed"] = after.Changed,
            ["refusedCount"] = after.Refused.Length,
            ["refused"] = JsonSerializer.SerializeToNode(after.Refused.Take(TriageState.Named), TriageState.Json),
        });
        session.Announce(Topics.ToOrg(after.Judgement.OrgPath, after.Triage));
        return null;
    }

    /// <summary>Judges each row alone inside one commit and returns those that stay as they were.</summary>
    public static async ValueTask<List<Refusal>> DecideAsync(CommitSession session, long[] ids, Judgement judgement)
    {
        var refused = new List<Refusal>();
        foreach (var id in ids)
        {
            var anomaly = await session.FindAsync<Anomaly>(id);
            if (judgement.Refuses(anomaly) is { } reason)
            {
                refused.Add(new Refusal(id, reason));
                continue;
            }

            var before = anomaly!.State;
            anomaly.Move(judgement.Decision);
            anomaly.TriageReason = judgement.Reason;
            await session.UpdateAsync(anomaly);
            await session.AppendHistoryAsync($"anomaly/{id}", "anomaly.triaged", new JsonObject { ["from"] = before, ["to"] = anomaly.State, ["reason"] = judgement.Reason });
        }

        session.Announce(Topics.Anomalies);
        return refused;
    }

    private static JsonObject Write(Progress progress) => JsonSerializer.SerializeToNode(progress)!.AsObject();
}
