using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What every command to the runtime carries.</summary>
public abstract record RuntimeRequest
{
    /// <summary>Account id of who acts, or "system".</summary>
    public string Actor { get; init; } = "system";

    /// <summary>The caller's idempotency key: a repeat is answered with what the first one did. Null means no protection.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Further writes of the caller, inside the same transaction, before the effects.</summary>
    public Func<CommitSession, ValueTask>? Also { get; init; }
}

/// <summary>Starts an instance of the published version of a definition (or of <see cref="Version"/>).</summary>
public sealed record StartRequest(string DefinitionId, JsonObject Input) : RuntimeRequest
{
    public int? Version { get; init; }

    /// <summary>Also the history subject of the instance, for example "case/17"; without one the subject is "workflow/{instance}".</summary>
    public string? CorrelationId { get; init; }

    public string? InstanceId { get; init; }
}

/// <summary>Resumes one bookmark of one instance.</summary>
public sealed record ResumeRequest(string InstanceId, string BookmarkId, JsonNode? Payload) : RuntimeRequest
{
    /// <summary>True for a machine's answer: while the instance is suspended it waits. A person's is refused as "suspended": he shall see that nothing happened.</summary>
    public bool MayWait { get; init; }
}

/// <summary>A person's decision on one instance: cancel, retry, skip, edit a variable, move a token.</summary>
public sealed record RepairRequest(string InstanceId, Stimulus Stimulus) : RuntimeRequest
{
    /// <summary>Why; it stands in the history.</summary>
    public string? Reason { get; init; }
}

/// <summary>Suspends an instance, or lifts its suspension.</summary>
public sealed record SuspendRequest(string InstanceId) : RuntimeRequest
{
    /// <summary>Why; it stands in the history.</summary>
    public string? Reason { get; init; }
}

/// <summary>Writes of the host (<see cref="RuntimeRequest.Also"/>) that queue long work, starts or stimuli.</summary>
/// <param name="Subject">What they are about; a repeat of the same key finds it beside the key.</param>
public sealed record HostRequest(string Subject) : RuntimeRequest
{
    /// <summary>True answers with the commit; what it made due goes on behind the answer. Otherwise the answer waits for what this host works off.</summary>
    public bool AnswersAtOnce { get; init; }
}

/// <summary>Delivers a stimulus by name and key to whoever waits for it; parked without expiry if nobody does yet.</summary>
public sealed record SignalRequest(string Name, string? Key, JsonNode? Payload) : RuntimeRequest
{
    /// <summary>Only instances with this correlation; null for all.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>The answer of the runtime; given after the commit.</summary>
public abstract record RuntimeResult
{
    /// <summary>Committed. <paramref name="Sequence"/> is the instance's transition number.</summary>
    public sealed record Landed(string InstanceId, long Sequence, string Status) : RuntimeResult;

    /// <summary>The same request key was committed before.</summary>
    public sealed record Repeated(string InstanceId) : RuntimeResult;

    /// <summary>Nothing was written. Code: not-found, gone (bookmark already burnt), not-running, already-running, suspended, ...</summary>
    public sealed record Refused(string Code, string Reason) : RuntimeResult;
}
