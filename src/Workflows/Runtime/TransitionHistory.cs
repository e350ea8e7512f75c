using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What the history says of one transition: why, from where, to where, by which version, and what ran.</summary>
internal static class TransitionHistory
{
    /// <summary>A runaway loop would fill the history with lines that say the same; the first ones tell the story.</summary>
    private const int MostLines = 200;

    public static JsonObject Of(Decision decision)
    {
        var (transition, row) = (decision.Transition, decision.Row);
        var data = new JsonObject
        {
            ["instance"] = row.Id,
            ["seq"] = row.Sequence,
            ["definition"] = row.DefinitionId,
            ["version"] = row.DefinitionVersion,
            ["stimulus"] = StimulusName(decision.Stimulus),
            ["status"] = row.SubStatus,
        };
        AddMove(data, decision);
        var lines = new JsonArray();
        foreach (var line in transition.Log.Take(MostLines))
        {
            lines.Add(line.ActivityId + " " + line.Event + (line.Outcomes is { Count: > 0 } outcomes ? " " + string.Join(',', outcomes) : ""));
        }

        data["log"] = lines;
        if (transition.Log.Count > MostLines)
        {
            data["more"] = transition.Log.Count - MostLines;
        }

        if (transition.Incidents.Count > 0)
        {
            data["incidents"] = new JsonArray([.. transition.Incidents.Select(incident => (JsonNode)new JsonObject
            {
                ["activity"] = incident.ActivityId,
                ["code"] = incident.Code,
                ["message"] = incident.Message,
            })]);
        }

        return data;
    }

    private static void AddMove(JsonObject data, Decision decision)
    {
        var from = BookmarkOf(decision.Stimulus) is { } id ? decision.Before.State.Bookmarks.FirstOrDefault(bookmark => bookmark.Id == id) : null;
        if (from is not null)
        {
            data["from"] = from.ActivityId;
            data["outcome"] = decision.Transition.Log
                .Where(line => line.ActivityInstanceId == from.ActivityInstanceId && line.Kind == LogKind.Completed && line.Outcomes is { Count: > 0 })
                .Select(line => string.Join(',', line.Outcomes!)).FirstOrDefault();
        }

        data["to"] = new JsonArray([.. decision.Transition.Opened.Select(bookmark => bookmark.ActivityId).Distinct().Select(node => (JsonNode)node)]);
        if (decision.Comment is { } comment)
        {
            data["comment"] = comment;
        }
    }

    private static string? BookmarkOf(Stimulus stimulus) => stimulus switch
    {
        Stimulus.ResumeBookmark resume => resume.BookmarkId,
        Stimulus.TimerDue timer => timer.BookmarkId,
        _ => null,
    };

    private static string StimulusName(Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start => "start",
        Stimulus.ResumeBookmark => "resume",
        Stimulus.TimerDue => "timer",
        Stimulus.Cancel => "cancel",
        Stimulus.Retry => "retry",
        Stimulus.Skip => "skip",
        Stimulus.EditVariable => "edit-variable",
        Stimulus.MoveToken => "move-token",
        _ => "other",
    };
}
