using System.Text.Json.Nodes;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Definitions;

namespace CaseMgmt.Designer.Instances;

/// <summary>A node of the version an instance runs on, as journal and badges name it.</summary>
public sealed record StoryNode(string Id, string NodeId, string Type, int Version, string Name)
{
    public string? ParentNodeId => NodeId.LastIndexOf(':') is > 0 and var cut ? NodeId[..cut] : null;

    /// <summary>All nodes of a definition by id, the workflow itself first.</summary>
    public static Dictionary<string, StoryNode> All(JsonObject definition)
    {
        var root = definition["root"]?.DeepClone();
        ActivityTree.AssignNodeIds(root);
        var nodes = new Dictionary<string, StoryNode>(StringComparer.Ordinal) { ["Workflow1"] = Workflow };
        foreach (var node in ActivityTree.All(root))
        {
            nodes.TryAdd(ActivityTree.IdOf(node), new(
                ActivityTree.IdOf(node), (string)node["nodeId"]!, ActivityTree.TypeOf(node), ActivityTree.VersionOf(node), FlowShape.NameOf(node)));
        }

        return nodes;
    }

    public static StoryNode Workflow { get; } = new("Workflow1", "Workflow1", "Elsa.Workflow", 1, "Workflow1");
}
