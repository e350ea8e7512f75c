using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Checking;

/// <summary>The steps that people answer: somebody is named, the clock runs, every answer leads somewhere, and nobody checks their own work.</summary>
public static class HumanCheck
{
    private static readonly string[] Hours = ["SlaHoursCritical", "SlaHoursUrgent", "SlaHoursNormal"];

    public static IEnumerable<CheckFinding> Findings(JsonObject model, IReadOnlyList<JsonObject> nodes, ActivityCatalog catalog)
    {
        var arrows = ActivityTree.All(model["root"]).Where(node => ActivityTree.TypeOf(node) == "Elsa.Flowchart").SelectMany(chart => new FlowShape(chart).Arrows).ToList();
        foreach (var node in nodes)
        {
            if (catalog.Find(ActivityTree.TypeOf(node))?.Descriptor is { IsHuman: true } descriptor)
            {
                foreach (var finding in OfNode(node, descriptor, arrows))
                {
                    yield return finding;
                }
            }
        }

        foreach (var finding in FourEyes(nodes, catalog))
        {
            yield return finding;
        }
    }

    private static IEnumerable<CheckFinding> OfNode(JsonObject node, ActivityDescriptor descriptor, IReadOnlyList<FlowShape.Arrow> arrows)
    {
        var name = FlowShape.NameOf(node);
        if (string.IsNullOrWhiteSpace(Text(node, descriptor, "Role")))
        {
            yield return new($"“{name}”：没有指定办理角色", $"{name}: no role answers it");
        }

        if (Hours.Any(hour => Text(node, descriptor, hour) is { } text && (!decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var hours) || hours <= 0)))
        {
            yield return new($"“{name}”：办理时限必须大于零", $"{name}: its limits must be above zero");
        }

        foreach (var outcome in OutcomesOf(node, descriptor).Where(outcome => !arrows.Any(arrow => arrow.From == ActivityTree.IdOf(node) && arrow.Port == outcome)))
        {
            yield return new($"“{name}”：结果“{outcome}”没有连线", $"{name}: the outcome {outcome} leads nowhere");
        }
    }

    // Handling and rechecking are two duties: one role for both would let a person approve their own reply.
    private static IEnumerable<CheckFinding> FourEyes(IReadOnlyList<JsonObject> nodes, ActivityCatalog catalog)
    {
        var handlers = RolesOf("Audit.Handle").ToHashSet();
        return RolesOf("Audit.Recheck").Where(handlers.Contains).Distinct()
            .Select(role => new CheckFinding($"处理与复核使用了同一角色（{role}）", $"The same role ({role}) handles and rechecks"));

        IEnumerable<string> RolesOf(string type) => nodes.Where(node => ActivityTree.TypeOf(node) == type)
            .Select(node => catalog.Find(type) is { } activity ? Text(node, activity.Descriptor, "Role") : null).OfType<string>();
    }

    public static IReadOnlyList<string> OutcomesOf(JsonObject node, ActivityDescriptor descriptor)
    {
        try
        {
            return Text(node, descriptor, "Outcomes") is { } text ? StudioJson.TextsOf(JsonNode.Parse(text)) : descriptor.Ports;
        }
        catch (JsonException)
        {
            // An expression instead of a list: the outcomes are known only when it runs.
            return [];
        }
    }

    /// <summary>The text of a literal input, or of the default; null where an expression decides.</summary>
    private static string? Text(JsonObject node, ActivityDescriptor descriptor, string input)
    {
        var expression = node[JsonNamingPolicy.CamelCase.ConvertName(input)]?["expression"];
        if (expression is null)
        {
            return Plain(descriptor.Inputs.FirstOrDefault(each => each.Name == input)?.Default);
        }

        return StudioJson.TextOf(expression["type"]) is "Literal" or "Object" or null ? Plain(expression["value"]) : null;
    }

    private static string? Plain(JsonNode? value) => StudioJson.TextOf(value) ?? value?.ToJsonString();
}
