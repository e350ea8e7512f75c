namespace CaseMgmt.Workflows.Definitions;

/// <summary>An input written in JavaScript.</summary>
internal static class Script
{
    public static (CompiledInput? Input, string? Problem) Compile(string typeName, string source) =>
        (null, $"no evaluator for {typeName} {source}");
}
