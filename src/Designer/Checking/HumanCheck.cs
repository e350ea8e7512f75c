using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Checking;

/// <summary>The steps that people answer: somebody is named, the clock runs, every answer leads somewhere, and nobody checks their own work.</summary>
public static class HumanCheck
{
    private static readonly HashSet<string> Judging = ["Audit.UnitReview", "Audit.Recheck", "Audit.SiteRecheck", "Audit.ExpertReview", "Audit.VerifyRectification", "Audit.Approve"];
    private static readonly string[] Hours = ["SlaHoursCritical", "SlaHoursUrgent", "SlaHoursNormal"];

    public static IEnumerable<CheckFinding> Findings(JsonObject model, IReadOnlyList<JsonObject> nodes, ActivityCatalog catalog, FormLibrary forms)
    {
        var arrows = ActivityTree.All(model["root"]).Where(node => ActivityTree.TypeOf(node) == "Elsa.Flowchart").SelectMany(chart => new FlowShape(chart).Arrows).ToList();
        foreach (var node in nodes)
        {
            if (catalog.Find(ActivityTree.TypeOf(node))?.Descriptor is { IsHuman: true } descriptor)
            {
                foreach (var finding in OfNode(node, descriptor, arrows).Concat(FormOf(node, descriptor, forms)))
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
        if (Text(node, descriptor, "Role") is { } role && !Roles.All.Contains(role))
        {
            yield return string.IsNullOrWhiteSpace(role) ? CheckFinding.At(node, "没有指定办理角色", "no role answers it") : CheckFinding.At(node, $"没有角色 {role}", $"there is no role {role}");
        }

        if (Text(node, descriptor, "OrgRule") is { } rule && HumanInputs.OrgRules.All(each => each.Value != rule))
        {
            yield return CheckFinding.At(node, "没有指定单位范围", "no organisation rule says whose people answer it");
        }

        if (Hours.Any(hour => Text(node, descriptor, hour) is { } text && (!decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var hours) || hours <= 0)))
        {
            yield return CheckFinding.At(node, "办理时限必须大于零", "its limits must be above zero");
        }

        foreach (var finding in Text(node, descriptor, "Ladder") is { } ladder ? LadderCheck.Findings(node, ladder) : [])
        {
            yield return finding;
        }

        var outcomes = Text(node, descriptor, "Outcomes") is null ? null : OutcomesOf(node, descriptor);
        foreach (var finding in Text(node, descriptor, "OutcomeOptions") is { } options ? OutcomeNameCheck.Findings(node, options, outcomes) : [])
        {
            yield return finding;
        }

        foreach (var outcome in OutcomesOf(node, descriptor).Where(outcome => !arrows.Any(arrow => arrow.From == ActivityTree.IdOf(node) && arrow.Port == outcome)))
        {
            yield return CheckFinding.At(node, $"结果“{outcome}”没有连线", $"the outcome {outcome} leads nowhere");
        }
    }

    private static IEnumerable<CheckFinding> FormOf(JsonObject node, ActivityDescriptor descriptor, FormLibrary forms)
    {
        if (Text(node, descriptor, "Form") is { } form && Text(node, descriptor, "FormVersion") is { } version
            && (!int.TryParse(version, out var number) || forms.Find(form, number) is null))
        {
            yield return CheckFinding.At(node, $"表单 {form} 第 {version} 版不存在", $"there is no form {form} version {version}");
        }
    }

    // Doing and judging are two duties: one role for both would let a person approve their own work.
    private static IEnumerable<CheckFinding> FourEyes(IReadOnlyList<JsonObject> nodes, ActivityCatalog catalog)
    {
        var workers = nodes.Where(node => AuditActivities.Work.Contains(ActivityTree.TypeOf(node))).Select(RoleOf).OfType<string>().ToHashSet();
        return nodes.Where(node => Judging.Contains(ActivityTree.TypeOf(node)) && RoleOf(node) is { } role && workers.Contains(role)).Select(node => new CheckFinding(
            $"处理与复核使用了同一角色（{RoleOf(node)}）", $"The same role ({RoleOf(node)}) handles and rechecks", ActivityTree.IdOf(node)));

        string? RoleOf(JsonObject node) => catalog.Find(ActivityTree.TypeOf(node)) is { } activity ? Text(node, activity.Descriptor, "Role") : null;
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
