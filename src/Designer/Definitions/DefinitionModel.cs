using System.Text.Json.Nodes;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Definitions;

/// <summary>What a client sent as a definition, brought into the form that is stored: null collections filled, fields of the panel folded, node ids right, nothing that the server decides.</summary>
public static class DefinitionModel
{
    private static readonly string[] Collections = ["variables", "inputs", "outputs", "outcomes"];

    // The client's word on these is ignored: version, flags and dates are the server's.
    private static readonly string[] ServersOwn = ["id", "version", "isLatest", "isPublished", "isReadonly", "isSystem", "createdAt", "links", "$schema"];

    private static readonly string[] OptionNames =
        ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];

    public static JsonObject Normalise(JsonObject posted, string definitionId)
    {
        var model = (JsonObject)posted.DeepClone();
        foreach (var name in ServersOwn)
        {
            model.Remove(name);
        }

        model["definitionId"] = definitionId;
        foreach (var name in Collections)
        {
            model[name] = model[name] is JsonArray kept ? kept.DeepClone() : new JsonArray();
        }

        model["customProperties"] = model["customProperties"] is JsonObject properties ? properties.DeepClone() : new JsonObject();
        model["options"] = OptionsOf(model["options"] as JsonObject);
        RefuseUnsupportedRoot(model["root"] as JsonObject);
        NodeFields.Fold(model["root"]);
        ActivityTree.AssignNodeIds(model["root"]);
        return model;
    }

    /// <summary>True when a save would store what is there already; the order of activities and connections is no difference, the layout is.</summary>
    public static bool IsSame(JsonObject left, JsonObject right) => CanonicalJson.Text(Comparable(left)) == CanonicalJson.Text(Comparable(right));

    private static JsonObject Comparable(JsonObject model)
    {
        var copy = Normalise(model, StudioJson.TextOf(model["definitionId"]) ?? "");
        copy.Remove("toolVersion");
        return copy;
    }

    private static JsonObject OptionsOf(JsonObject? posted)
    {
        var options = posted is null ? [] : (JsonObject)posted.DeepClone();
        foreach (var name in OptionNames)
        {
            options.TryAdd(name, name == "autoUpdateConsumingWorkflows" ? JsonValue.Create(false) : null);
        }

        return options;
    }

    // The canvas draws flowcharts; the dialog's other templates are hidden, and refused where somebody finds them.
    private static void RefuseUnsupportedRoot(JsonObject? root)
    {
        if (root is null || ActivityTree.TypeOf(root) is not "Elsa.Flowchart")
        {
            throw new StudioRefusal("root-not-flowchart");
        }
    }
}
