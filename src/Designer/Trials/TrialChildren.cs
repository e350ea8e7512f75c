using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Designer.Trials;

/// <summary>Which lifecycle a child of a trial runs: the real one for the first few, so that people see it; one that ends at once for all further, since a task may dispatch hundreds.</summary>
/// <param name="find">Name and JSON of a lifecycle; null where there is none.</param>
public sealed class TrialChildren(Func<string, (string Name, string Json)?> find, ActivityCatalog catalog)
{
    /// <summary>Children of one trial that are followed, at whatever depth.</summary>
    public const int MostFollowed = 5;

    private readonly Dictionary<string, CompiledDefinition> compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<CompiledDefinition, string> names = [];
    private readonly HashSet<CompiledDefinition> standIns = [];
    private int followed;

    public int PassedBy { get; private set; }

    public bool Knows(string definitionId) => find(definitionId) is not null;

    public CompiledDefinition? Choose(StartChild child)
    {
        if (find(child.DefinitionId) is not { } lifecycle)
        {
            return null;
        }

        if (followed == MostFollowed)
        {
            PassedBy++;
            return StandIn(child.DefinitionId);
        }

        followed++;
        if (!compiled.TryGetValue(child.DefinitionId, out var definition))
        {
            definition = compiled[child.DefinitionId] = DefinitionCompiler.Compile(DefinitionJson.Read(lifecycle.Json), catalog);
            names[definition] = lifecycle.Name;
        }

        return definition;
    }

    public bool IsPassedBy(CompiledDefinition definition) => standIns.Contains(definition);

    public string NameOf(CompiledDefinition definition) => names.GetValueOrDefault(definition, definition.DefinitionId);

    private CompiledDefinition StandIn(string definitionId)
    {
        var definition = DefinitionCompiler.Compile(DefinitionJson.Read(new JsonObject
        {
            ["definitionId"] = definitionId, ["id"] = definitionId, ["version"] = 1,
            ["root"] = new JsonObject
            {
                ["id"] = "root", ["type"] = "Elsa.Flowchart", ["version"] = 1, ["connections"] = new JsonArray(),
                ["activities"] = new JsonArray(new JsonObject { ["id"] = "end", ["type"] = "Elsa.End", ["version"] = 1 }),
            },
        }), catalog);
        standIns.Add(definition);
        return definition;
    }
}
