using System.Text.Json.Nodes;

namespace CaseMgmt.Designer.Trials;

/// <summary>One thing that happened in a trial: a node that ran, or a question that the trial answered.</summary>
/// <param name="Kind">automatic, human or wait.</param>
/// <param name="Options">Outcomes a person could choose; empty where nobody is asked.</param>
/// <param name="Outcome">The port it left by; null where it stands or failed.</param>
/// <param name="Note">What a reader should know: role and form of a question, the event or instant waited for, the reason of a failure.</param>
public sealed record TrialStep(string ActivityId, string Node, string Kind, IReadOnlyList<string> Options, string? Outcome, string? Note, DateTime At)
{
    public JsonObject ToJson() => new()
    {
        ["activityId"] = ActivityId, ["node"] = Node, ["kind"] = Kind, ["options"] = new JsonArray([.. Options.Select(option => (JsonNode)option)]),
        ["outcome"] = Outcome, ["note"] = Note, ["at"] = Protocol.StudioJson.Time(At),
    };
}

/// <summary>How a trial went.</summary>
/// <param name="End">finished, stopped (a step that a trial cannot answer, or too many of them) or faulted.</param>
public sealed record TrialResult(IReadOnlyList<TrialStep> Steps, string End, string? Reason);
