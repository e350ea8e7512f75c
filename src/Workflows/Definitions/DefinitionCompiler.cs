using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Turns a definition into what the interpreter runs, once per version.</summary>
public sealed class DefinitionCompiler
{
    private static readonly HashSet<string> NotPorts = new(StringComparer.Ordinal) { "metadata", "customProperties", "activities", "connections", "variables", "cases" };

    private const int MostLevels = 20;
    private const int MostNodes = 20_000;

    private readonly ActivityCatalog catalog;
    private readonly List<CompiledNode> nodes = [];
    private readonly List<DefinitionProblem> problems = [];
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    private readonly Func<string, int, WorkflowDefinition?> versions;
    private readonly Stack<string> within = new();
    private string prefix = "";

    private DefinitionCompiler(ActivityCatalog catalog, Func<string, int, WorkflowDefinition?> versions) => (this.catalog, this.versions) = (catalog, versions);

    /// <summary>Never throws for a bad definition: what is wrong stands in <see cref="CompiledDefinition.Problems"/>.</summary>
    /// <param name="versions">The version of a definition that a node uses as an activity: the node names both, so a version stays what it was.</param>
    public static CompiledDefinition Compile(WorkflowDefinition definition, ActivityCatalog catalog, Func<string, int, WorkflowDefinition?>? versions = null)
    {
        var compiler = new DefinitionCompiler(catalog, versions ?? ((_, _) => null));
        compiler.within.Push(definition.DefinitionId);
        var workflow = new CompiledNode(0, null, WorkflowActivity.NodeId, WorkflowActivity.TypeName, [], WorkflowActivity.Instance)
        {
            Variables = VariableDeclaration.ReadAll(definition.Variables, 0),
        };
        compiler.nodes.Add(workflow);
        compiler.ids.Add(workflow.Id);
        if (definition.Root is { } root)
        {
            workflow.Children = [compiler.Visit(root, workflow)];
        }
        else
        {
            compiler.problems.Add(new(null, null, "no-root", "流程没有根活动。", "The workflow has no root activity."));
        }

        return new CompiledDefinition(definition, compiler.nodes, compiler.problems);
    }

    private CompiledNode Visit(JsonObject json, CompiledNode parent)
    {
        var type = TypeNames.Text(json["type"]) ?? "";
        var used = catalog.Find(type) is null && TypeNames.Text(json["workflowDefinitionId"]) is { } usedId ? versions(usedId, (int)(TypeNames.AsInteger(json["version"]) ?? 1)) : null;
        var activity = used is null ? catalog.Find(type) : WorkflowAsActivity.Of(type, used);
        var node = new CompiledNode(nodes.Count, parent, FreshId(json), type, json, activity ?? new UnknownActivity(type));
        nodes.Add(node);
        if (activity is null)
        {
            Report(node, "unknown-type", $"未知的活动类型 {type}，不能发布。", $"unknown activity type {type}; it cannot be published.");
        }

        node.Variables = VariableDeclaration.ReadAll(json["variables"] as JsonArray, node.Index);
        var inputs = new InputCompiler(node, problems);
        node.Inputs = inputs.CompileAll();
        node.Bindings = Bindings(json);
        node.Retry = RetryPolicy.Read(json);
        node.Children = VisitAll(json["activities"] as JsonArray, node);
        node.Ports = VisitPorts(json, node);
        node.Cases = VisitCases(json["cases"], node, inputs);
        if (activity is not null and not ContainerActivity && node.Ports.Count > 0)
        {
            var names = string.Join(", ", node.Ports.Keys);
            Report(node, "port-not-run", $"嵌入的活动（{names}）不会执行，不能发布。", $"the activities drawn inside it ({names}) would not run; it cannot be published.");
        }

        ReportSettings(node, isUsed: used is not null);
        if (type == "Elsa.Flowchart")
        {
            node.Flow = BuildFlow(node);
        }

        if (used is not null)
        {
            Inline(node, used);
        }

        return node;
    }

    // A setting that would be read by nobody is a promise that the run does not keep. Inputs of a used workflow may have gone with its next version.
    private void ReportSettings(CompiledNode node, bool isUsed)
    {
        if (node.Activity is UnknownActivity || isUsed)
        {
            return;
        }

        foreach (var name in ForeignSettings.Of(node))
        {
            Report(node, "setting-not-known", $"设置“{name}”在这里不起作用，请在节点中清除它。", $"the setting {name} does nothing here; clear it in the node.");
        }

        if (node.Activity.Refuses(node) is { } refused)
        {
            Report(node, "setting-wrong", refused.Zh, refused.En);
        }
    }

    // The used workflow becomes a part of this one: pinned with it, and its node ids stand behind that of the node. As in Elsa the node holds the workflow and
    // that holds its root; inputs and outputs are variables of the node.
    private void Inline(CompiledNode node, WorkflowDefinition used)
    {
        if (used.Root is not { } root || within.Contains(used.DefinitionId))
        {
            Report(node, "recursive-workflow", "流程不能包含它自己。", "a workflow cannot contain itself.");
            return;
        }

        // Workflows that use each other twice and twice again would grow without end.
        if (within.Count > MostLevels || nodes.Count > MostNodes)
        {
            Report(node, "too-large", "引用的流程层数太深或活动太多。", "the workflows used within each other are too deep or too many.");
            return;
        }

        var outer = prefix;
        prefix = node.Id + "/";
        within.Push(used.DefinitionId);
        node.Variables = VariableDeclaration.OfArguments(used, node.Index);
        var workflow = new CompiledNode(nodes.Count, node, FreshId(new JsonObject { ["id"] = WorkflowActivity.NodeId }), WorkflowActivity.TypeName, [], WorkflowActivity.Instance);
        nodes.Add(workflow);
        workflow.Variables = VariableDeclaration.ReadAll(used.Variables, workflow.Index);
        workflow.Children = [Visit(root, workflow)];
        node.Children = [workflow];
        within.Pop();
        prefix = outer;
    }

    private List<CompiledNode> VisitAll(JsonArray? items, CompiledNode parent)
    {
        var children = new List<CompiledNode>();
        foreach (var item in items?.OfType<JsonObject>() ?? [])
        {
            var child = Visit(item, parent);
            child.Position = children.Count;
            children.Add(child);
        }

        return children;
    }

    private Dictionary<string, IReadOnlyList<CompiledNode>> VisitPorts(JsonObject json, CompiledNode node)
    {
        var ports = new Dictionary<string, IReadOnlyList<CompiledNode>>(StringComparer.Ordinal);
        foreach (var (name, value) in json)
        {
            if (NotPorts.Contains(name))
            {
                continue;
            }

            if (value is JsonObject child && IsActivity(child))
            {
                ports[name] = [Visit(child, node)];
            }
            else if (value is JsonArray { Count: > 0 } items && items.All(item => item is JsonObject entry && IsActivity(entry)))
            {
                ports[name] = VisitAll(items, node);
            }
        }

        return ports;
    }

    private List<CompiledCase> VisitCases(JsonNode? json, CompiledNode node, InputCompiler inputs)
    {
        var items = json as JsonArray ?? TypeNames.At(json, "expression", "value") switch
        {
            JsonArray array => array,
            JsonValue text when TypeNames.Text(text) is { } written => TypeNames.Parse(written) as JsonArray,
            _ => null,
        };
        var cases = new List<CompiledCase>();
        foreach (var item in items?.OfType<JsonObject>() ?? [])
        {
            var label = TypeNames.Text(item["label"]) ?? "";
            cases.Add(new(
                label, inputs.CompileCondition(label, item["condition"] as JsonObject),
                item["activity"] is JsonObject body && IsActivity(body) ? Visit(body, node) : null));
        }

        return cases;
    }

    private FlowGraph BuildFlow(CompiledNode flowchart)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var child in flowchart.Children)
        {
            positions.TryAdd(TypeNames.Text(child.Json["id"]) ?? child.Id, child.Position);
        }

        var connections = new List<(int, string, int)>();
        foreach (var connection in (flowchart.Json["connections"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (End(connection["source"]) is { } source && End(connection["target"]) is { } target
                && positions.TryGetValue(source, out var from) && positions.TryGetValue(target, out var to))
            {
                connections.Add((from, TypeNames.Text(TypeNames.At(connection, "source", "port")) ?? TypeNames.Text(connection["sourcePort"]) ?? "Done", to));
            }
            else
            {
                Report(flowchart, "dangling-connection", "有连线指向不存在的节点。", "a connection leads to a node that does not exist.");
            }
        }

        var start = End(flowchart.Json["start"]) is { } id && positions.TryGetValue(id, out var position) ? position : -1;
        return FlowGraph.Build(flowchart.Children, connections, start);
    }

    private static string? End(JsonNode? end) => end is JsonObject json ? TypeNames.Text(json["activity"]) ?? TypeNames.Text(json["id"]) : TypeNames.Text(end);

    private static Dictionary<string, VariableReference> Bindings(JsonObject json)
    {
        var bindings = new Dictionary<string, VariableReference>(StringComparer.Ordinal);
        foreach (var (name, value) in json)
        {
            if (value is JsonObject wrapper && wrapper["expression"] is null && wrapper["memoryReference"] is JsonObject reference
                && TypeNames.Text(reference["id"]) is { } id)
            {
                bindings[name] = new(id, TypeNames.Text(reference["name"]));
            }
        }

        return bindings;
    }

    private string FreshId(JsonObject json)
    {
        var id = TypeNames.Text(json["id"]) is { Length: > 0 } given ? prefix + given : string.Create(CultureInfo.InvariantCulture, $"node{nodes.Count}");
        if (ids.Add(id))
        {
            return id;
        }

        problems.Add(new(id, TypeNames.Text(json["name"]), "duplicate-id", $"活动编号 {id} 重复。", $"The activity id {id} is used twice."));
        var fresh = string.Create(CultureInfo.InvariantCulture, $"{id}#{nodes.Count}");
        ids.Add(fresh);
        return fresh;
    }

    private void Report(CompiledNode node, string code, string zh, string en) =>
        problems.Add(new(node.Id, node.DisplayName, code, $"节点“{node.DisplayName}”：{zh}", $"Node {node.DisplayName}: {en}"));

    private static bool IsActivity(JsonObject json) =>
        TypeNames.Text(json["type"]) is not null && !json.ContainsKey("expression") && (json.ContainsKey("id") || json.ContainsKey("version"))
        && !json.ContainsKey("typeName");
}
