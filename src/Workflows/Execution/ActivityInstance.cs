using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>One live run of one node: it waits, holds children, or has failed. Gone from the state as soon as it has ended.</summary>
public sealed class ActivityInstance
{
    internal ActivityInstance(int number, int parent, int node)
    {
        (Number, Parent, Node) = (number, parent, node);
    }

    /// <summary>Counts all activity instances of a workflow instance, from 1 (the workflow itself).</summary>
    public int Number { get; }

    /// <summary>Number of the container that scheduled it; 0 for the workflow.</summary>
    public int Parent { get; internal set; }

    /// <summary>Index of the node in the compiled definition.</summary>
    public int Node { get; internal set; }

    /// <summary>It failed and waits to be retried or skipped; its reason is in <see cref="InstanceState.Incidents"/>.</summary>
    public bool Faulted { get; internal set; }

    /// <summary>How many times it was retried.</summary>
    public int Attempt { get; internal set; }

    /// <summary>A break was signalled inside this container: it ends with its current child.</summary>
    internal bool Breaking { get; set; }

    /// <summary>Live children.</summary>
    internal int Children { get; set; }

    /// <summary>Children that are scheduled and have not begun; only within a transition.</summary>
    internal int Queued { get; set; }

    /// <summary>Only within a transition: work queued for it is dropped.</summary>
    internal bool Ended { get; set; }

    internal ActivityInstance? Owner { get; set; }

    internal JsonObject? State { get; set; }

    /// <summary>Values of the variables declared by, or set in, this scope. Never mutated in place: a write replaces the value.</summary>
    internal Dictionary<string, JsonNode?>? Variables { get; set; }

    internal List<Arrival>? Arrivals { get; set; }

    /// <summary>The public id: "{instance}:{number}".</summary>
    public static string IdOf(string instanceId, int number) => string.Concat(instanceId, ":", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The number inside a public id, or 0 if it is not one of this instance.</summary>
    public static int NumberOf(string instanceId, string id) =>
        id.Length > instanceId.Length + 1 && id.StartsWith(instanceId, StringComparison.Ordinal) && id[instanceId.Length] == ':'
        && int.TryParse(id.AsSpan(instanceId.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal ActivityInstance Clone() => new(Number, Parent, Node)
    {
        Faulted = Faulted,
        Attempt = Attempt,
        Breaking = Breaking,
        Children = Children,
        State = State is null ? null : (JsonObject)State.DeepClone(),
        Variables = Variables is null ? null : new Dictionary<string, JsonNode?>(Variables),
        Arrivals = Arrivals is null ? null : [.. Arrivals],
    };
}

/// <summary>A token that waits before a node with several inbound connections.</summary>
/// <param name="Target">Index of that node.</param>
/// <param name="Raced">The node has run for the first arrival; later ones of the same round are swallowed.</param>
internal readonly record struct Arrival(int Target, bool Raced);

/// <summary>A child that was scheduled when the instance stopped as faulted; a retry runs it.</summary>
internal sealed record PendingWork(int Node, int Owner, Dictionary<string, JsonNode?>? Variables);
