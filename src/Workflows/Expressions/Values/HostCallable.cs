using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>A function of the scope. Values cross as JSON both ways, so no object of the host ever enters a program.</summary>
internal sealed class HostCallable(string name, HostFunction function) : JsFunction
{
    public override JsValue Call(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        run.Step(10);
        var nodes = new JsonNode?[arguments.Length];
        for (var index = 0; index < nodes.Length; index++)
        {
            nodes[index] = JsonBridge.ToNode(run, arguments[index]);
        }

        var result = Invoke(nodes);
        if (name.StartsWith("set", StringComparison.Ordinal))
        {
            run.Variables.Forget();
        }

        return JsonBridge.FromNode(run, result);
    }

    private JsonNode? Invoke(JsonNode?[] nodes)
    {
        try
        {
            return function(nodes);
        }
        catch (Exception problem) when (problem is not ExpressionException)
        {
            throw new ExpressionException("host-error", $"{name}: {problem.Message}", problem);
        }
    }
}
