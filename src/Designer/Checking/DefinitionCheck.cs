using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Designer.Checking;

/// <summary>What stops a lifecycle from being published: what the compiler cannot run, and what no audit process may be.</summary>
public static class DefinitionCheck
{
    /// <summary>Sentences in the reader's language, empty when it may be published.</summary>
    public static IReadOnlyList<string> Errors(JsonObject model, ActivityCatalog catalog, string language)
    {
        var problems = DefinitionCompiler.Compile(DefinitionJson.Read(model), catalog).Problems.Select(problem => new CheckFinding(problem.MessageZh, problem.MessageEn));
        return [.. problems.Concat(All(model, catalog)).Select(finding => language == "en" ? finding.En : finding.Zh).Distinct()];
    }

    private static IEnumerable<CheckFinding> All(JsonObject model, ActivityCatalog catalog)
    {
        foreach (var chart in ActivityTree.All(model["root"]).Where(node => ActivityTree.TypeOf(node) == "Elsa.Flowchart"))
        {
            foreach (var finding in FlowCheck.Findings(new FlowShape(chart)))
            {
                yield return finding;
            }
        }

        var nodes = ActivityTree.All(model["root"]).ToList();
        foreach (var node in nodes.Where(node => catalog.Find(ActivityTree.TypeOf(node)) is null && ActivityTree.TypeOf(node) != "Elsa.Flowchart"))
        {
            yield return new($"“{FlowShape.NameOf(node)}”：未知的活动类型 {ActivityTree.TypeOf(node)}", $"{FlowShape.NameOf(node)}: unknown activity type {ActivityTree.TypeOf(node)}");
        }

        foreach (var finding in HumanCheck.Findings(model, nodes, catalog))
        {
            yield return finding;
        }
    }
}

/// <summary>One finding in both languages.</summary>
public sealed record CheckFinding(string Zh, string En);
