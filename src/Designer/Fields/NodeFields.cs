using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>
/// Lets a process owner fill outcomes and ladder without JSON. Studio gets plain fields beside the stored input and sends them back; what is stored stays
/// one structured input, untouched to the letter where nobody changed a field.
/// </summary>
public static class NodeFields
{
    private static readonly FieldGroup[] Groups = [OutcomeFields.Group, LadderFields.Group];

    private static readonly Dictionary<string, ActivityDescriptor> Human =
        AuditActivities.All.Where(activity => activity.Descriptor.IsHuman).ToDictionary(activity => activity.Descriptor.TypeName, activity => activity.Descriptor);

    /// <summary>The inputs of an activity as the panel shows them.</summary>
    public static IReadOnlyList<InputDescriptor> Shown(ActivityDescriptor descriptor) => !descriptor.IsHuman ? descriptor.Inputs :
        [.. descriptor.Inputs.SelectMany(input => Array.Find(Groups, group => group.Input == input.Name) is { } group ? group.Fields(input.Default!) : [input])];

    /// <summary>On the way to Studio: the values of the structured inputs, field by field.</summary>
    public static void Unfold(JsonNode? root)
    {
        foreach (var node in People(root))
        {
            DroppedOutcomes.Remember(node);
        }

        foreach (var (node, group, descriptor) in Places(root))
        {
            if (FieldValue.Literal(node[Camel(group.Input)]) is { } structure && group.Read(structure) is { } values)
            {
                FieldsOf(group, descriptor).ToList().ForEach(field => node[Camel(field.Name)] = FieldValue.Wrap(field, values[field.Name]!));
            }
        }
    }

    /// <summary>On the way back: the fields become the structured input again, and are gone.</summary>
    public static void Fold(JsonNode? root)
    {
        foreach (var (node, group, descriptor) in Places(root))
        {
            var fields = FieldsOf(group, descriptor).Where(field => node.ContainsKey(Camel(field.Name))).ToList();
            if (fields.Count > 0)
            {
                Fold(node, group, descriptor, fields);
            }
        }

        foreach (var node in People(root))
        {
            DroppedOutcomes.Clear(node);
        }
    }

    private static void Fold(JsonObject node, FieldGroup group, ActivityDescriptor descriptor, IReadOnlyList<InputDescriptor> fields)
    {
        var stored = FieldValue.Literal(node[Camel(group.Input)]);
        var readable = stored is not null && group.Read(stored) is not null;
        var before = readable ? stored! : DefaultOf(group, descriptor);
        var values = group.Read(before)!;
        foreach (var field in fields)
        {
            values[field.Name] = FieldValue.Posted(field, node[Camel(field.Name)]);
            node.Remove(Camel(field.Name));
        }

        if (!JsonNode.DeepEquals(values, group.Read(before)))
        {
            node[Camel(group.Input)] = new JsonObject
            {
                ["typeName"] = "Object",
                ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = group.Write(before, values).ToJsonString(FieldValue.Compact) },
            };
        }
    }

    private static IEnumerable<(JsonObject Node, FieldGroup Group, ActivityDescriptor Descriptor)> Places(JsonNode? root) =>
        [.. from node in People(root)
            from each in Groups
            select (node, each, Human[ActivityTree.TypeOf(node)])];

    private static List<JsonObject> People(JsonNode? root) => [.. ActivityTree.All(root).Where(node => Human.ContainsKey(ActivityTree.TypeOf(node)))];

    private static IReadOnlyList<InputDescriptor> FieldsOf(FieldGroup group, ActivityDescriptor descriptor) => group.Fields(DefaultOf(group, descriptor));

    private static JsonNode DefaultOf(FieldGroup group, ActivityDescriptor descriptor) => descriptor.Inputs.First(input => input.Name == group.Input).Default!;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
