using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// Where an instance stands: live tokens only, so that a step costs the same at the tenth and at the ten-thousandth step.
/// Immutable from outside; the interpreter works on a copy.
/// </summary>
public sealed partial class InstanceState
{
    private static readonly Dictionary<string, JsonNode?> NoValues = [];

    private InstanceState(string instanceId, string definitionId, int version)
    {
        (InstanceId, DefinitionId, Version) = (instanceId, definitionId, version);
    }

    public string InstanceId { get; }

    public string DefinitionId { get; internal set; }

    /// <summary>The pinned version of the definition.</summary>
    public int Version { get; internal set; }

    public string? CorrelationId { get; internal set; }

    public string? Name { get; internal set; }

    public string? ParentInstanceId { get; internal set; }

    public WorkflowStatus Status { get; internal set; }

    public WorkflowSubStatus SubStatus { get; internal set; } = WorkflowSubStatus.Pending;

    /// <summary>Number of transitions so far; the next one has this number plus one.</summary>
    public long Sequence { get; internal set; }

    public IReadOnlyList<ActivityInstance> Activities => activities;

    public IReadOnlyList<Bookmark> Bookmarks => bookmarks;

    public IReadOnlyList<Incident> Incidents => incidents;

    internal int LastNumber { get; set; }

    internal JsonObject Input { get; set; } = [];

    internal Dictionary<string, JsonNode?> Outputs { get; private set; } = NoValues;

    /// <summary>Last outputs of activities by node id, for Output expressions and getOutputFrom.</summary>
    internal Dictionary<string, JsonObject>? ActivityOutputs { get; set; }

    internal List<PendingWork>? Pending { get; set; }

    private List<ActivityInstance> activities = [];
    private List<Bookmark> bookmarks = [];
    private List<Incident> incidents = [];

    internal List<ActivityInstance> Live => activities;

    internal List<Bookmark> OpenBookmarks => bookmarks;

    internal List<Incident> OpenIncidents => incidents;

    /// <summary>An instance that has not started.</summary>
    public static InstanceState New(string instanceId, CompiledDefinition definition, string? correlationId = null, string? parentInstanceId = null) =>
        new(instanceId, definition.DefinitionId, definition.Version) { CorrelationId = correlationId, ParentInstanceId = parentInstanceId };

    /// <summary>The variables of the workflow, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Variables => activities.Count > 0 && activities[0].Variables is { } root ? root : NoValues;

    /// <summary>Outputs set so far, as a fresh object.</summary>
    public JsonObject OutputsAsJson()
    {
        var json = new JsonObject();
        foreach (var (name, value) in Outputs)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    internal void SetOutput(string name, JsonNode? value)
    {
        if (ReferenceEquals(Outputs, NoValues))
        {
            Outputs = [];
        }

        Outputs[name] = value;
    }

    internal void SetDue(string bookmarkId, DateTime dueAt)
    {
        var index = bookmarks.FindIndex(bookmark => bookmark.Id == bookmarkId);
        bookmarks[index] = bookmarks[index] with { DueAt = dueAt };
    }

    internal ActivityInstance? FindActivity(int number)
    {
        foreach (var activity in activities)
        {
            if (activity.Number == number)
            {
                return activity;
            }
        }

        return null;
    }

    internal InstanceState Clone()
    {
        var copy = new InstanceState(InstanceId, DefinitionId, Version)
        {
            CorrelationId = CorrelationId,
            Name = Name,
            ParentInstanceId = ParentInstanceId,
            Status = Status,
            SubStatus = SubStatus,
            Sequence = Sequence,
            LastNumber = LastNumber,
            Input = Input,
            Outputs = ReferenceEquals(Outputs, NoValues) ? NoValues : new Dictionary<string, JsonNode?>(Outputs),
            ActivityOutputs = ActivityOutputs is null ? null : new Dictionary<string, JsonObject>(ActivityOutputs),
            Pending = Pending is null ? null : [.. Pending],
            bookmarks = [.. bookmarks],
            incidents = [.. incidents],
        };
        copy.activities = new List<ActivityInstance>(activities.Count + 4);
        foreach (var activity in activities)
        {
            copy.activities.Add(activity.Clone());
        }

        copy.LinkOwners();
        return copy;
    }

    // Parents are created before their children, so one pass that looks backwards would do; a moved token may break that order.
    private void LinkOwners()
    {
        foreach (var activity in activities)
        {
            activity.Owner = activity.Parent == 0 ? null : FindActivity(activity.Parent);
        }
    }
}
