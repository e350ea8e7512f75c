using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Turns a definition into what the interpreter runs, once per version.</summary>
public static class DefinitionCompiler
{
    /// <summary>Never throws for a bad definition: what is wrong stands in <see cref="CompiledDefinition.Problems"/>.</summary>
    public static CompiledDefinition Compile(WorkflowDefinition definition, ActivityCatalog catalog)
    {
        _ = catalog;
        return new CompiledDefinition(definition, [], []);
    }
}
