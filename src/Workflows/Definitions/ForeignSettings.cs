using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Settings of a node that its activity does not know: members that hold an expression with a value and are no input of its descriptor.</summary>
internal static class ForeignSettings
{
    /// <summary>
    /// Elsa's own that decide how its server works and not what the workflow means: names of dispatcher channels (all work is rows of one outbox here), whether a trace
    /// is begun anew, whether calls are tried again by its resilience settings (a node's own retries do that here), whether a header's form is looked at.
    /// </summary>
    private static readonly HashSet<string> WithoutMeaning = new(StringComparer.Ordinal) { "channelName", "startNewTrace", "enableResiliency", "disableAuthorizationHeaderValidation" };

    public static IEnumerable<string> Of(CompiledNode node)
    {
        var descriptor = node.Activity.Descriptor;
        var known = descriptor.Inputs.SelectMany(input => new[] { input.Name, input.Formerly ?? input.Name }).Concat(descriptor.Outputs.Select(output => output.Name))
            .Select(InputCompiler.Camel).ToHashSet(StringComparer.Ordinal);
        return node.Json.Where(member => IsSet(member.Value) && !known.Contains(member.Key) && !WithoutMeaning.Contains(member.Key)).Select(member => member.Key);
    }

    // Studio writes an untouched input as an expression without a value.
    private static bool IsSet(JsonNode? json) =>
        json is JsonObject member && member["expression"] is JsonObject expression && expression["value"] is { } value && TypeNames.Text(value) is not "";
}
