using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Tests.Execution;

/// <summary>
/// Definitions out of a seed: flowcharts wired at random, loops and dead ends included, with everything that holds children nested three levels deep, waits of
/// every kind and children of other definitions. The variable N is what conditions look at.
/// </summary>
internal sealed class RandomDefinitions(Random random)
{
    private static readonly string[] Modes = ["None", "Race", "Cascade", "Merge", "Converge", "Stream"];

    private int number;

    public JsonObject Chart(int depth = 3)
    {
        var nodes = Enumerable.Range(0, random.Next(1, depth == 3 ? 9 : 5)).Select(_ => Node(depth - 1)).ToArray();
        var wires = Enumerable.Range(0, random.Next(nodes.Length * 2)).Select(_ =>
        {
            var from = nodes[random.Next(nodes.Length)];
            return $"{from["id"]}{Port(from)}>{nodes[random.Next(nodes.Length)]["id"]}";
        });
        var chart = Draw.Flow(string.Join(' ', wires), nodes);
        chart["id"] = depth == 3 ? "flow" : Id();
        return chart;
    }

    private string Id() => $"n{number++}";

    private string Port(JsonObject node) => node["type"]!.ToString() switch
    {
        "Elsa.FlowDecision" => Pick(".True", ".False"),
        "Elsa.FlowSwitch" => Pick(".Even", ".Big", ".Default"),
        "Elsa.FlowFork" => Pick(".L", ".R", ".Done"),
        "Elsa.BulkDispatchWorkflows" => Pick(".Completed", ".Done"),
        _ => "",
    };

    private JsonObject Node(int depth)
    {
        var node = depth > 0 && random.Next(3) == 0 ? Container(Id(), depth) : random.Next(3) == 0 ? Waiting(Id()) : Plain(Id());
        if (random.Next(4) == 0)
        {
            node["customProperties"] = new JsonObject { ["mergeMode"] = Pick(Modes) };
        }

        return node;
    }

    private JsonObject Container(string id, int depth) => random.Next(12) switch
    {
        0 => Chart(depth),
        1 => Draw.Activity("If", id, ("condition", Draw.Script("variables.N % 2 === 0")), ("then", Node(depth - 1)), ("else", Node(depth - 1))),
        2 => Draw.Activity("While", id, ("condition", Draw.Script($"variables.N < {random.Next(6)}")), ("body", Body(depth))),
        3 => Draw.Activity("For", id, ("start", Draw.Literal(random.Next(-2, 4))), ("end", Draw.Literal(random.Next(-2, 4))), ("step", Draw.Literal(random.Next(0, 3))), ("body", Body(depth))),
        4 => Draw.Activity("ForEach", id, ("items", Draw.Json("[1,2,3]")), ("body", Body(depth))),
        5 => Draw.Activity("ParallelForEach", id, ("items", Draw.Json("[1,2]")), ("body", Body(depth))),
        6 => Draw.Activity("Parallel", id, ("activities", Several(depth))),
        7 => Draw.Activity("Fork", id, ("joinMode", Pick("WaitAll", "WaitAny")), ("branches", Several(depth))),
        8 => Draw.Activity("Switch", id, ("mode", Draw.Literal(Pick("MatchFirst", "MatchAny"))), ("cases", Cases(depth)), ("default", Node(depth - 1))),
        9 => Draw.Activity("BulkDispatchWorkflows", id, ("workflowDefinitionId", Draw.Literal("child")), ("items", Draw.Json("[1,2,3]")),
            ("waitForCompletion", Draw.Literal(random.Next(4) > 0)), ("childCompleted", Node(depth - 1)), ("childFaulted", random.Next(2) == 0 ? Node(depth - 1) : null)),
        _ => Draw.Sequence(id, [.. Several(depth).Select(node => (JsonObject)node!.DeepClone())]),
    };

    private JsonObject Body(int depth) => random.Next(3) == 0
        ? Node(depth - 1)
        : Draw.Sequence(Id(), Node(depth - 1), Draw.Set(Id(), "N", "variables.N + 1"), random.Next(3) == 0 ? Break() : Node(depth - 1), Node(depth - 1));

    private JsonObject Break() => random.Next(2) == 0
        ? Draw.Activity("Break", Id())
        : Draw.Activity("If", Id(), ("condition", Draw.Script("variables.N % 3 === 0")), ("then", Draw.Activity("Break", Id())));

    private JsonArray Several(int depth) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)Node(depth - 1))];

    private JsonArray Cases(int depth) =>
        [.. new[] { ("Even", "variables.N % 2 === 0"), ("Big", "variables.N > 2") }.Select(given => (JsonNode)Case(given.Item1, given.Item2, random.Next(3) == 0 || depth == 0 ? null : Node(depth - 1)))];

    private static JsonObject Case(string label, string condition, JsonObject? activity) =>
        new() { ["label"] = label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = condition }, ["activity"] = activity };

    private JsonObject Waiting(string id) => random.Next(10) switch
    {
        0 => Draw.Activity("Delay", id, ("timeSpan", Draw.Literal("01:00:00"))),
        1 => Draw.Activity("Timer", id, ("interval", Draw.Literal("00:30:00"))),
        2 => Draw.Activity("Cron", id, ("cronExpression", Draw.Literal("0 8 * * *"))),
        3 => Draw.Activity("StartAt", id, ("dateTime", Draw.Literal($"2026-03-{random.Next(1, 9):d2}T08:00:00"))),
        4 => Draw.Activity("RunTask", id, ("taskName", Draw.Literal("task"))),
        5 => Draw.Activity("DispatchWorkflow", id, ("workflowDefinitionId", Draw.Literal("child")), ("waitForCompletion", Draw.Literal(random.Next(2) == 0))),
        6 => Draw.Activity("ExecuteWorkflow", id, ("workflowDefinitionId", Draw.Literal("child")), ("waitForCompletion", Draw.Literal(random.Next(2) == 0))),
        7 => Draw.Activity("BulkDispatchWorkflows", id, ("workflowDefinitionId", Draw.Literal("child")), ("items", Draw.Json("[1,2]"))),
        _ => Draw.Wait(id, Pick("go", "tick", id)),
    };

    private JsonObject Plain(string id) => random.Next(15) switch
    {
        0 or 1 => Draw.Decide(id, "variables.N % 2 === 0"),
        2 or 3 => Draw.Set(id, "N", "variables.N + 1"),
        4 or 5 => Draw.Activity("FlowJoin", id, ("mode", Draw.Literal(Pick("WaitAny", "WaitAll", "WaitAllActive")))),
        6 => Draw.Say(id, "variables.N > 2 ? 'fine' : missing.value"),
        7 => Draw.Activity("FlowFork", id, ("branches", Draw.Json("[\"L\",\"R\"]"))),
        8 => Draw.Activity("FlowSwitch", id, ("mode", Draw.Literal(Pick("MatchFirst", "MatchAny"))), ("cases", Cases(0))),
        9 => Draw.Activity("PublishEvent", id, ("eventName", Draw.Literal("tick"))),
        10 => random.Next(3) switch { 0 => Draw.Activity("End", id), 1 => Draw.Activity("Complete", id), _ => Draw.Activity("Break", id) },
        11 => random.Next(4) == 0 ? Draw.Activity("Finish", id) : Draw.Line(id),
        12 => Draw.Activity("Fault", id, ("code", Draw.Literal("on-purpose")), ("message", Draw.Literal("on purpose"))),
        _ => Draw.Line(id),
    };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
