using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>One activity of a definition.</summary>
public sealed class CompiledNode
{
    internal CompiledNode(int index, CompiledNode? parent, string id, string type, JsonObject json, Activity activity)
    {
        (Index, Parent, Id, Type, Json, Activity) = (index, parent, id, type, json, activity);
    }

    public int Index { get; }

    public CompiledNode? Parent { get; }

    public string Id { get; }

    public string Type { get; }

    public JsonObject Json { get; }

    public Activity Activity { get; }

    /// <summary>Display text, or the name, or the id.</summary>
    public string DisplayName =>
        Json["metadata"]?["displayText"]?.ToString() is { Length: > 0 } text ? text : Json["name"]?.ToString() is { Length: > 0 } name ? name : Id;
}
