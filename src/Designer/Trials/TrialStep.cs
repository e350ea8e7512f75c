using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Designer.Trials;

/// <summary>One thing that happened in a trial: a node that ran, or a question that the trial answered.</summary>
/// <param name="Kind">automatic, human or wait.</param>
/// <param name="Options">Outcomes a person could choose; empty where nobody is asked.</param>
/// <param name="Outcome">The port it left by; null where it stands or failed.</param>
/// <param name="Note">What a reader should know: the event waited for, the reason of a failure.</param>
public sealed record TrialStep(string ActivityId, string Node, string Kind, IReadOnlyList<string> Options, string? Outcome, string? Note, DateTime At)
{
    /// <summary>Name of the child lifecycle that it happened in; null in the draft itself.</summary>
    public string? Inside { get; init; }

    /// <summary>Name of the node for an English reader.</summary>
    public required string NodeEn { get; init; }

    /// <summary>What a person would be asked.</summary>
    public OpenWorkItem? Question { get; init; }

    public JsonObject ToJson(string language, FormLibrary forms) => new()
    {
        ["activityId"] = ActivityId, ["node"] = language == "en" ? NodeEn : Node, ["kind"] = Kind, ["options"] = new JsonArray([.. Options.Select(option => (JsonNode)option)]),
        ["outcome"] = Outcome, ["note"] = Question is null ? Note : Asked(Question, language, forms), ["at"] = Protocol.StudioJson.Time(At), ["inside"] = Inside,
        ["labels"] = Question is null ? new JsonObject() : LabelsOf(Question, language),
    };

    /// <summary>What the buttons of the question say, by outcome.</summary>
    private static JsonObject LabelsOf(OpenWorkItem question, string language) => new(JsonNode.Parse(question.OutcomesJson)!.AsArray()
        .Select(option => KeyValuePair.Create((string)option!["value"]!, (JsonNode?)Protocol.StudioJson.TextOf(option["label"]?[language]))));

    private static string Asked(OpenWorkItem question, string language, FormLibrary forms)
    {
        var who = question.PersonNo ?? (HumanInputs.RoleOptions.FirstOrDefault(role => role.Value == question.Role).Label is { } label ? (language == "en" ? label.En : label.Zh) : question.Role);
        var form = forms.Find(question.FormKey, question.FormVersion)?.Title is { } title ? (language == "en" ? title.En : title.Zh) : question.FormKey;
        var hours = question.HoursNormal.ToString("0.##", CultureInfo.InvariantCulture);
        return language == "en" ? $"{who} · {form} · {hours} working hours" : $"{who} · {form} · {hours} 工作小时";
    }
}

/// <summary>How a trial went.</summary>
/// <param name="End">finished, stopped (a step that a trial cannot answer, or too many of them) or faulted.</param>
public sealed record TrialResult(IReadOnlyList<TrialStep> Steps, string End, string? Reason)
{
    /// <summary>Children that were started and not followed.</summary>
    public int PassedBy { get; init; }
}
