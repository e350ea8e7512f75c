using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>What a script sees of its instance: Elsa's functions, <c>variables</c>, <c>args</c>, and the arguments by their own names.</summary>
internal sealed class ActivityScope : ExpressionScope
{
    private readonly ActivationContext context;

    public ActivityScope(ActivationContext context)
    {
        this.context = context;
        var settings = context.Advancement.Settings;
        (Now, Zone) = (settings.Now, settings.Zone);
        // Each activation draws its own numbers, and a replay draws the same ones.
        Seed = unchecked(settings.Seed + (context.Advancement.State.Sequence * 1_000_003) + context.Activity.Number);
    }

    public override HostFunction? FindFunction(string name) => name switch
    {
        "getVariable" => arguments => context.ReadVariable(null, Text(arguments, 0)),
        "setVariable" => arguments => Set(Text(arguments, 0), At(arguments, 1)),
        "getInput" => arguments => context.ReadInput(Text(arguments, 0)),
        "getOutputFrom" => arguments => context.ReadOutput(Text(arguments, 0), arguments.Count > 1 ? Text(arguments, 1) : null),
        "getLastResult" => _ => context.Advancement.Outputs.ReadLast(),
        "setOutput" => arguments => Output(Text(arguments, 0), At(arguments, 1)),
        "setOutcome" => arguments => Choose([Text(arguments, 0)]),
        "setOutcomes" => arguments => Choose([.. (At(arguments, 0) as JsonArray)?.Select(outcome => outcome?.ToString() ?? "") ?? []]),
        "getCorrelationId" => _ => context.CorrelationId,
        "setCorrelationId" => arguments => context.CorrelationId = Text(arguments, 0),
        "getWorkflowInstanceName" => _ => context.Advancement.State.Name,
        "setWorkflowInstanceName" => arguments => context.Advancement.State.Name = Text(arguments, 0),
        "getWorkflowInstanceId" => _ => context.InstanceId,
        "getWorkflowDefinitionId" => _ => context.Advancement.Definition.DefinitionId,
        "getWorkflowDefinitionVersionId" => _ => context.Advancement.Definition.Source.Id,
        "getWorkflowDefinitionVersion" => _ => context.Advancement.Definition.Version,
        _ => base.FindFunction(name) ?? Accessor(name),
    };

    public override bool TryFindValue(string name, out JsonNode? value)
    {
        if (context.Arguments is { } arguments)
        {
            if (arguments.TryGetValue(name, out value))
            {
                return true;
            }

            if (name == "args")
            {
                value = new JsonObject(arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value?.DeepClone())));
                return true;
            }
        }

        if (name == "input")
        {
            value = context.WorkflowInput;
            return true;
        }

        return base.TryFindValue(name, out value);
    }

    public override bool TryFindVariable(string name, out JsonNode? value)
    {
        if (context.Arguments?.TryGetValue(name, out value) == true)
        {
            return true;
        }

        return context.Advancement.Variables.TryRead(context.Activity, name, out value);
    }

    public override IEnumerable<string> VariableNames => context.Advancement.Variables.Names(context.Activity).Distinct(StringComparer.Ordinal);

    public override bool TrySetVariable(string name, JsonNode? value)
    {
        context.SetVariable(name, value);
        return true;
    }

    // Elsa offers get{Name}() for variables, inputs and arguments, set{Name}(value) for variables, get{Output}From{Activity}() for outputs.
    private HostFunction? Accessor(string name)
    {
        if (name.Length > 3 && name.StartsWith("set", StringComparison.Ordinal) && Known(name[3..]) is { } written)
        {
            return arguments => Set(written, At(arguments, 0));
        }

        if (name.Length <= 3 || !name.StartsWith("get", StringComparison.Ordinal))
        {
            return null;
        }

        var asked = name[3..];
        return Argument(asked) is { } argument ? _ => argument.Value
            : Known(asked) is { } variable ? _ => context.ReadVariable(null, variable)
            : Input(asked) is { } input ? _ => context.ReadInput(input)
            : OutputOf(asked);
    }

    private HostFunction? OutputOf(string asked)
    {
        var from = asked.LastIndexOf("From", StringComparison.Ordinal);
        return from <= 0 || from + 4 >= asked.Length ? null
            : context.Advancement.Definition.Nodes.FirstOrDefault(node => Same(TypeNames.Text(node.Json["name"]) ?? node.Id, asked[(from + 4)..])) is { } node
                ? _ => context.ReadOutput(node.Id, asked[..from])
                : null;
    }

    private (JsonNode? Value, bool Found)? Argument(string asked)
    {
        foreach (var (name, value) in context.Arguments ?? [])
        {
            if (Same(name, asked))
            {
                return (value, true);
            }
        }

        return null;
    }

    private string? Known(string asked) => VariableNames.FirstOrDefault(name => Same(name, asked));

    private string? Input(string asked) =>
        context.Advancement.Definition.InputTypes.Select(input => input.Name).Concat(context.WorkflowInput.Select(input => input.Key)).FirstOrDefault(name => Same(name, asked));

    private static bool Same(string name, string pascal) =>
        name.Length == pascal.Length && char.ToUpperInvariant(name[0]) == pascal[0] && name.AsSpan(1).SequenceEqual(pascal.AsSpan(1));

    private JsonNode? Set(string name, JsonNode? value)
    {
        context.SetVariable(name, value);
        return null;
    }

    private JsonNode? Output(string name, JsonNode? value)
    {
        context.SetWorkflowOutput(name, value);
        return null;
    }

    private JsonNode? Choose(List<string> outcomes)
    {
        context.ChosenOutcomes = outcomes;
        return null;
    }

    private static JsonNode? At(IReadOnlyList<JsonNode?> arguments, int index) => index < arguments.Count ? arguments[index] : null;

    private static string Text(IReadOnlyList<JsonNode?> arguments, int index) => At(arguments, index) is { } node
        ? TypeNames.Text(node) ?? Convert.ToString(node, CultureInfo.InvariantCulture) ?? ""
        : "";
}
