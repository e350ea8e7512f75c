using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>How one activation of an activity ended. Outcomes are states; an exception thrown by an activity becomes an incident.</summary>
public abstract record ActivityResult
{
    private ActivityResult() { }

    /// <summary>Completed by the default outcome "Done".</summary>
    public static ActivityResult Done { get; } = new Completed(["Done"]);

    /// <summary>Stays; it opened at least one bookmark or scheduled a child.</summary>
    public static ActivityResult Waiting { get; } = new Waits();

    public static ActivityResult Outcome(params string[] outcomes) => new Completed(outcomes);

    public static ActivityResult Failed(string code, string reason) => new Failure(code, reason);

    public sealed record Completed(IReadOnlyList<string> Outcomes) : ActivityResult;

    public sealed record Waits : ActivityResult;

    /// <summary>A modelled failure: becomes an incident on this activity instance.</summary>
    public sealed record Failure(string Code, string Reason) : ActivityResult
    {
        /// <summary>What lies beneath: the message of the expression that failed, or the type of an exception.</summary>
        public string? Detail { get; init; }
    }
}

/// <summary>What came back for a bookmark.</summary>
/// <param name="Payload">The answer, event payload or child result; null for a timer.</param>
public sealed record BookmarkResume(string BookmarkId, string Name, JsonNode? Payload);
