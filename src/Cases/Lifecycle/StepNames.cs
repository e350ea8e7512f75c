using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// What a step and its outcomes are called in the reader's language. Definitions are drawn in Chinese; the English name is an input of the node (or stands
/// beside its display text, where the activity is not ours), and a node without one is called by its kind.
/// </summary>
public static class StepNames
{
    /// <summary>The input of our own activities that holds the English name.</summary>
    public const string Input = "TitleEn";

    private static readonly Dictionary<string, string> Kinds = AuditActivities.All.ToDictionary(each => each.Descriptor.TypeName, each => each.Descriptor.Label.En);

    public static string Of(CompiledNode node, string language) =>
        language != "en" ? node.DisplayName
        : node.InputText(Input) is { Length: > 0 } own ? own
        : node.Json["metadata"]?["displayTextEn"] is JsonValue beside && beside.TryGetValue<string>(out var text) && text.Length > 0 ? text
        : node.Activity.Descriptor.Label.En is { Length: > 0 } kind ? kind : node.DisplayName;

    /// <summary>The question of a work item; one of an earlier release is called by its kind.</summary>
    public static string Of(WorkItem item, string language) =>
        language == "en" ? item.TitleEn ?? Kinds.GetValueOrDefault(item.ActivityType, item.Title) : item.Title;

    /// <summary>Both names, as an argument of a notification: whoever reads it sees the one of his language.</summary>
    public static string Both(WorkItem item) => item.Title + Notification.Languages + Of(item, "en");

    /// <summary>How a work item was answered, in the words that its button had.</summary>
    public static string? OutcomeOf(WorkItem item, string language) => item.Outcome is null || language != "en" ? item.Outcome
        : JsonNode.Parse(item.OutcomesJson)!.AsArray().FirstOrDefault(option => option?["value"]?.ToString() == item.Outcome)?["label"]?["en"]?.ToString() ?? item.Outcome;

    /// <summary>An outcome of a node in English where its options name it.</summary>
    public static string? OutcomeOf(CompiledNode? node, string? outcome, string language)
    {
        if (outcome is null || language != "en" || node?.InputText("OutcomeOptions") is not { } options)
        {
            return outcome;
        }

        try
        {
            return JsonNode.Parse(options)?[outcome]?["en"]?.ToString() ?? outcome;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An expression, or options that are no object: the outcome's own name says as much.
            return outcome;
        }
    }
}
