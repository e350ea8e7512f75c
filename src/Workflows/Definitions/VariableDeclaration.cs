using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>A variable of the workflow or of a container. Ids join definitions; names join expressions.</summary>
/// <param name="Scope">Index of the node that declares it; 0 is the workflow.</param>
internal sealed record VariableDeclaration(string Id, string Name, string TypeName, JsonNode? Default, int Scope)
{
    /// <summary>The declarations of one node. A variable of an unknown type is dropped, as Elsa does.</summary>
    public static List<VariableDeclaration> ReadAll(JsonArray? declared, int scope)
    {
        var read = new List<VariableDeclaration>();
        foreach (var item in declared?.OfType<JsonObject>() ?? [])
        {
            var name = TypeNames.Text(item["name"]);
            var type = TypeNames.Simple(TypeNames.Text(item["typeName"]));
            if (name is not null && type is not null)
            {
                var isArray = TypeNames.AsBoolean(item["isArray"]) == true;
                var value = TypeNames.ConvertDefault(type, isArray, item["value"]);
                read.Add(new(TypeNames.Text(item["id"]) ?? name, name, isArray ? "Object" : type, value?.DeepClone(), scope));
            }
        }

        return read;
    }

    /// <summary>Inputs and outputs of a workflow used as an activity, which are variables inside it.</summary>
    public static List<VariableDeclaration> OfArguments(WorkflowDefinition used, int scope) =>
        [.. used.Inputs.Concat(used.Outputs).OfType<JsonObject>().Where(argument => TypeNames.Text(argument["name"]) is not null)
            .Select(argument => new VariableDeclaration(TypeNames.Text(argument["name"])!, TypeNames.Text(argument["name"])!, TypeOf(argument), null, scope))];

    private static string TypeOf(JsonObject argument) =>
        TypeNames.AsBoolean(argument["isArray"]) == true ? "Object" : TypeNames.Simple(TypeNames.Text(argument["type"])) ?? "Object";

    /// <summary>What a variable holds after an assignment: the value as its type writes it.</summary>
    public JsonNode? Assign(JsonNode? value) => TypeNames.Convert(TypeName, value);
}
