using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Checking;

/// <summary>Every name that a script of one definition may use.</summary>
public sealed class KnownNames
{
    private static readonly HashSet<string> Functions =
    [
        "variables", "args", "input", "getVariable", "setVariable", "getInput", "getOutputFrom", "getLastResult", "setOutput", "setOutcome", "setOutcomes",
        "getCorrelationId", "setCorrelationId", "getWorkflowInstanceName", "setWorkflowInstanceName", "getWorkflowInstanceId", "getWorkflowDefinitionId",
        "getWorkflowDefinitionVersionId", "getWorkflowDefinitionVersion",
    ];

    private static readonly HashSet<string> Loops = ["Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach"];

    private readonly HashSet<string> variables;
    private readonly HashSet<string> inputs;
    private readonly HashSet<string> nodes;

    private KnownNames(HashSet<string> variables, HashSet<string> inputs, HashSet<string> nodes) => (this.variables, this.inputs, this.nodes) = (variables, inputs, nodes);

    /// <param name="written">Names that a script of the same definition sets; setting makes them.</param>
    public static KnownNames Of(JsonObject model, IReadOnlyList<JsonObject> nodes, IEnumerable<string> written) => new(
        [
            .. Names(model["variables"]), .. nodes.SelectMany(node => Names(node["variables"])), .. written,
            .. nodes.Any(node => Loops.Contains(ActivityTree.TypeOf(node))) ? (string[])["CurrentValue", "CurrentIndex"] : [],
            .. nodes.Any(node => ActivityTree.TypeOf(node) == "Elsa.BulkDispatchWorkflows") ? (string[])["item", "Item", "ChildInstanceId", "WorkflowInstanceId", "WorkflowStatus", "WorkflowSubStatus", "WorkflowOutput"] : [],
        ],
        [.. Names(model["inputs"])],
        [.. nodes.Select(node => StudioJson.TextOf(node["name"]) is { Length: > 0 } name ? name : ActivityTree.IdOf(node))]);

    public bool IsVariable(string name) => variables.Contains(name) || inputs.Contains(name);

    /// <summary>A function of the engine, or get{Name}, set{Name} and get{Output}From{Activity} of something that exists.</summary>
    public bool IsGlobal(string name) =>
        Functions.Contains(name) || IsVariable(name)
        || (name.StartsWith("get", StringComparison.Ordinal) && (variables.Concat(inputs).Any(each => Same(each, name[3..])) || IsOutput(name[3..])))
        || (name.StartsWith("set", StringComparison.Ordinal) && variables.Any(each => Same(each, name[3..])));

    private bool IsOutput(string asked) =>
        asked.LastIndexOf("From", StringComparison.Ordinal) is > 0 and var from && nodes.Any(node => Same(node, asked[(from + 4)..]));

    private static bool Same(string name, string pascal) => name.Length == pascal.Length && name.Length > 0 && char.ToUpperInvariant(name[0]) + name[1..] == pascal;

    private static IEnumerable<string> Names(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>().Select(each => StudioJson.TextOf(each["name"])).OfType<string>();
}
