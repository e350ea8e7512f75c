using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>Last outputs of activities. Kept only by definitions whose expressions ask for them, so that state does not grow with past steps elsewhere.</summary>
internal sealed class ActivityOutputs(InstanceState state, CompiledDefinition definition)
{
    private const string Last = "*";

    public JsonNode? Read(string activity, string? output)
    {
        if (state.ActivityOutputs is not { } all || Resolve(activity) is not { } id || !all.TryGetValue(id, out var values))
        {
            return null;
        }

        return output is not null ? values[output] : values.Count > 0 ? values.First().Value : null;
    }

    public JsonNode? ReadLast() => state.ActivityOutputs?.GetValueOrDefault(Last)?["Result"];

    public void Write(CompiledNode node, string name, JsonNode? value)
    {
        if (!definition.KeepsOutputs)
        {
            return;
        }

        var all = state.ActivityOutputs ??= new(StringComparer.Ordinal);
        var values = all.TryGetValue(node.Id, out var before) ? (JsonObject)before.DeepClone() : [];
        values[name] = value?.DeepClone();
        all[node.Id] = values;
        if (name == "Result")
        {
            all[Last] = new JsonObject { [name] = value?.DeepClone() };
        }
    }

    // Elsa accepts the id of an activity and its name.
    private string? Resolve(string activity) => definition.FindNode(activity)?.Id
        ?? definition.Nodes.FirstOrDefault(node => TypeNames.Text(node.Json["name"]) == activity)?.Id;
}
