using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>What may move an instance: a closed set, so that every way into the interpreter is on this screen.</summary>
public abstract record Stimulus
{
    private Stimulus() { }

    /// <summary>The first transition of an instance.</summary>
    /// <param name="TriggerActivityId">The event, timer or other trigger that started it; that activity completes at once instead of waiting.</param>
    public sealed record Start(JsonObject Input, string? TriggerActivityId = null) : Stimulus;

    /// <summary>Something arrived for an open bookmark.</summary>
    public sealed record ResumeBookmark(string BookmarkId, JsonNode? Payload) : Stimulus;

    /// <summary>The instant of a bookmark with <see cref="Bookmark.DueAt"/> has come.</summary>
    public sealed record TimerDue(string BookmarkId) : Stimulus;

    /// <summary>Ends the instance by a person's decision.</summary>
    public sealed record Cancel(string? Reason) : Stimulus;

    /// <summary>Runs a failed activity instance again, once.</summary>
    public sealed record Retry(string ActivityInstanceId) : Stimulus;

    /// <summary>Leaves an activity instance, failed or waiting, by the given outcome without running it.</summary>
    public sealed record Skip(string ActivityInstanceId, string Outcome = "Done") : Stimulus;

    /// <summary>Sets a variable of the workflow; nothing runs.</summary>
    public sealed record EditVariable(string Name, JsonNode? Value) : Stimulus;

    /// <summary>Takes a live activity instance away and enters another node of the same container instead.</summary>
    public sealed record MoveToken(string ActivityInstanceId, string ToActivityId) : Stimulus;
}
