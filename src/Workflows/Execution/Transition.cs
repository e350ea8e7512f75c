using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>What one stimulus did to one instance: the new state and everything the commit must write with it.</summary>
public sealed record Transition(InstanceState Next)
{
    /// <summary>Why the stimulus does not apply; then nothing else is set and <see cref="Next"/> is the state as it was.</summary>
    public Refusal? Refused { get; init; }

    public IReadOnlyList<LogEvent> Log { get; init; } = [];

    public IReadOnlyList<Effect> Effects { get; init; } = [];

    public IReadOnlyList<Bookmark> Opened { get; init; } = [];

    /// <summary>Bookmarks that no longer wait: consumed, cancelled, or ended with their instance.</summary>
    public IReadOnlyList<string> BurntBookmarkIds { get; init; } = [];

    public IReadOnlyList<string> Console { get; init; } = [];

    /// <summary>Incidents opened by this transition.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>Activity instances whose incident this transition closed.</summary>
    public IReadOnlyList<string> ClosedIncidents { get; init; } = [];

    /// <summary>Loop variables of scopes that ended in this transition: they are gone from the state, a journal may show them.</summary>
    public IReadOnlyList<ScopedVariable> EndedScopes { get; init; } = [];

    public WorkflowStatus Status => Next.Status;

    public WorkflowSubStatus SubStatus => Next.SubStatus;

    public JsonObject Outputs => Next.OutputsAsJson();
}

/// <summary>The stimulus does not apply. Codes: not-running, already-started, gone (bookmark burnt), not-found, not-failed, not-allowed.</summary>
public sealed record Refusal(string Code, string Reason)
{
    /// <summary>The instance is suspended: the stimulus has to wait.</summary>
    public const string Suspended = "suspended";

    /// <summary>The reason may pass: a suspension is lifted, a fault repaired. What came is kept until then.</summary>
    public bool MayPass { get; init; }
}

/// <summary>The value of a variable and the node whose scope held it.</summary>
public sealed record ScopedVariable(string ScopeId, string Name, JsonNode? Value);
