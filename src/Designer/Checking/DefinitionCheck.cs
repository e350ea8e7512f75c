using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Designer.Checking;

/// <summary>What stops a lifecycle from being published, and what somebody must answer for: what the compiler cannot run, and what no audit process may be.</summary>
public sealed class DefinitionCheck(ActivityCatalog catalog, FormLibrary forms)
{
    /// <summary>Everything found, errors first. Never throws for a bad definition.</summary>
    public IReadOnlyList<CheckFinding> Findings(JsonObject model)
    {
        var nodes = ActivityTree.All(model["root"]).ToList();
        var compiled = DefinitionCompiler.Compile(DefinitionJson.Read(model), catalog).Problems
            .Select(problem => new CheckFinding(problem.MessageZh, problem.MessageEn, problem.ActivityId));
        return [.. compiled.Concat(Drawing(nodes)).Concat(HumanCheck.Findings(model, nodes, catalog, forms)).Concat(ScriptCheck.Findings(model, nodes)).Concat(NoticeCheck.Findings(nodes))
            .Distinct().OrderBy(finding => finding.IsWarning)];
    }

    /// <summary>Sentences in the reader's language, empty when it may be published.</summary>
    public IReadOnlyList<string> Errors(JsonObject model, string language) =>
        [.. Findings(model).Where(finding => !finding.IsWarning).Select(finding => finding.In(language)).Distinct()];

    /// <summary>What whoever approves must comment on.</summary>
    public IReadOnlyList<string> Warnings(JsonObject model, string language) =>
        [.. Findings(model).Where(finding => finding.IsWarning).Select(finding => finding.In(language)).Distinct()];

    private IEnumerable<CheckFinding> Drawing(List<JsonObject> nodes)
    {
        foreach (var shape in nodes.Where(node => ActivityTree.TypeOf(node) == "Elsa.Flowchart").Select(chart => new FlowShape(chart)))
        {
            foreach (var finding in FlowCheck.Findings(shape).Concat(LoopCheck.Findings(shape, catalog)))
            {
                yield return finding;
            }
        }

        foreach (var node in nodes.Where(node => catalog.Find(ActivityTree.TypeOf(node)) is null && ActivityTree.TypeOf(node) != "Elsa.Flowchart"))
        {
            yield return CheckFinding.At(node, $"未知的活动类型 {ActivityTree.TypeOf(node)}", $"unknown activity type {ActivityTree.TypeOf(node)}");
        }
    }
}
