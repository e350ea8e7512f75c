using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>One input of one node, compiled: a closed set of expression kinds.</summary>
public abstract class CompiledInput
{
    private protected CompiledInput(string? typeName) => TypeName = typeName;

    /// <summary>Elsa type that the value is converted to.</summary>
    internal string? TypeName { get; }

    internal abstract JsonNode? Evaluate(ActivationContext context);

    /// <summary>A literal, an Object expression or a default.</summary>
    internal sealed class Constant(string? typeName, JsonNode? value) : CompiledInput(typeName)
    {
        public JsonNode? Value { get; } = value;

        /// <summary>The text of a constant string, so that the hot path makes no node for it.</summary>
        public string? Text { get; } = TypeNames.Text(value);

        public bool? Flag { get; } = TypeNames.AsBoolean(value);

        internal override JsonNode? Evaluate(ActivationContext context) => Value?.DeepClone();
    }

    internal sealed class Variable(string? typeName, string? id, string? name) : CompiledInput(typeName)
    {
        internal override JsonNode? Evaluate(ActivationContext context) => context.ReadVariable(id, name)?.DeepClone();
    }

    internal sealed class WorkflowInput(string? typeName, string name) : CompiledInput(typeName)
    {
        internal override JsonNode? Evaluate(ActivationContext context) => context.ReadInput(name)?.DeepClone();
    }

    internal sealed class ActivityOutput(string? typeName, string activityId, string? outputName) : CompiledInput(typeName)
    {
        internal override JsonNode? Evaluate(ActivationContext context) => context.ReadOutput(activityId, outputName)?.DeepClone();
    }

    /// <summary>An expression that cannot run: publishing refuses it, and running it is an incident on its activity.</summary>
    internal sealed class Broken(string reason) : CompiledInput(null)
    {
        internal override JsonNode? Evaluate(ActivationContext context) => throw new InvalidOperationException(reason);
    }
}
