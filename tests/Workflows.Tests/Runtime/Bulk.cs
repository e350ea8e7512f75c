using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>A bulk dispatch with ports drawn inside, and children for it that wait for "go".</summary>
internal static class Bulk
{
    public static readonly string Child = Flow.Chart("child", [Flow.Event("go"), Flow.Script(Flow.Node("Elsa.SetOutput", "o", ("outputName", "Twice")), "outputValue", "getInput('Item') * 2")], "go>o");

    public static readonly string Failing = Flow.Chart("child", [Flow.Event("go"), Flow.Script(Flow.Node("Elsa.SetName", "n"), "value", "getInput('Item') === 2 ? missing.value : 'fine'")], "go>n")
        .Replace("\"name\":\"child\"", "\"name\":\"child\",\"options\":{\"incidentStrategyType\":\"Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core\"}", StringComparison.Ordinal);

    public static JsonObject Add(string variable, string script) => new()
    {
        ["type"] = "Elsa.Sequence",
        ["id"] = "port" + script.Length,
        ["version"] = 1,
        ["activities"] = new JsonArray(
            Flow.Script(Variable("s" + script.Length, variable), "value", $"variables.{variable} + {script}"),
            Flow.Script(Flow.Node("Elsa.SetName", "t" + script.Length), "value", $"`${{variables.{variable}}}`")),
    };

    private static JsonObject Variable(string id, string variable)
    {
        var node = Flow.Node("Elsa.SetVariable", id);
        node["variable"] = new JsonObject { ["id"] = variable, ["name"] = variable };
        return node;
    }

    public static string Chart(JsonObject? completed = null, JsonObject? faulted = null, bool waits = true)
    {
        var node = Flow.Script(Flow.Node("Elsa.BulkDispatchWorkflows", "all", ("workflowDefinitionId", "child"), ("waitForCompletion", waits)), "items", "getInput('Ids')");
        node["childCompleted"] = completed;
        node["childFaulted"] = faulted;
        var name = Flow.Script(Flow.Node("Elsa.SetName", "name"), "value", "`${variables.Sum}`");
        var chart = (JsonObject)JsonNode.Parse(Flow.Chart("bulk", [node, name], "all>name"))!;
        chart["variables"] = new JsonArray(new JsonObject { ["id"] = "Sum", ["name"] = "Sum", ["typeName"] = "Int32", ["value"] = "0" });
        return chart.ToJsonString();
    }

    public static JsonObject Ids(int count) => new() { ["Ids"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => (JsonNode)number)]) };
}
