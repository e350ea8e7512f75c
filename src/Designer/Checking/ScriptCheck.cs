using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Designer.Checking;

/// <summary>Names that a script or a picked variable uses and nothing declares. What does not parse at all is the compiler's finding.</summary>
public static partial class ScriptCheck
{
    public static IEnumerable<CheckFinding> Findings(JsonObject model, IReadOnlyList<JsonObject> nodes)
    {
        var scripts = nodes.SelectMany(node => ScriptsOf(node).Select(script => (Node: node, script.Input, script.Source))).ToList();
        var known = KnownNames.Of(model, nodes, scripts.SelectMany(script => Written().Matches(script.Source).Select(NameIn)));
        foreach (var (node, input, source) in scripts)
        {
            foreach (var (name, at) in UnknownIn(source, known))
            {
                var (line, column) = Position(source, at);
                yield return CheckFinding.At(node, $"输入“{input}”第 {line} 行第 {column} 列：没有变量或函数 {name}", $"input {input}, line {line} column {column}: there is no variable or function {name}");
            }
        }

        foreach (var (node, name) in nodes.SelectMany(node => PickedBy(node).Where(picked => !known.IsVariable(picked)).Select(picked => (node, picked))))
        {
            yield return CheckFinding.At(node, $"引用的变量 {name} 不存在", $"there is no variable {name}");
        }
    }

    private static IEnumerable<(string Name, int At)> UnknownIn(string source, KnownNames known)
    {
        if (CompiledExpression.Compile(source).Expression is not { } expression)
        {
            yield break;
        }

        foreach (var name in expression.Globals.Where(name => !known.IsGlobal(name)))
        {
            yield return (name, Math.Max(0, source.IndexOf(name, StringComparison.Ordinal)));
        }

        foreach (var use in Read().Matches(source).Where(use => !known.IsVariable(NameIn(use))))
        {
            yield return (NameIn(use), use.Index);
        }
    }

    private static IEnumerable<(string Input, string Source)> ScriptsOf(JsonObject node) =>
        from property in node
        where StudioJson.TextOf((property.Value as JsonObject)?["expression"]?["type"]) == "JavaScript"
        select (property.Key, StudioJson.TextOf(property.Value!["expression"]!["value"]) ?? "");

    // Picked from the menu: {type:"Variable", value:"<JSON of the variable>"}.
    private static IEnumerable<string> PickedBy(JsonObject node) =>
        node.Select(property => (property.Value as JsonObject)?["expression"]).Where(expression => StudioJson.TextOf(expression?["type"]) == "Variable").Select(expression => NameOf(expression!["value"]));

    private static string NameOf(JsonNode? value)
    {
        try
        {
            var variable = StudioJson.TextOf(value) is { } text ? JsonNode.Parse(text) : value;
            return StudioJson.TextOf(variable?["name"]) ?? "";
        }
        catch (JsonException)
        {
            return StudioJson.TextOf(value) ?? "";
        }
    }

    private static (int Line, int Column) Position(string source, int at)
    {
        var before = source[..at];
        return (before.Count(letter => letter == '\n') + 1, at - before.LastIndexOf('\n'));
    }

    private static string NameIn(Match use) => use.Groups["member"].Success ? use.Groups["member"].Value : use.Groups["text"].Value;

    [GeneratedRegex("""\bvariables\.(?<member>[\p{L}_$][\p{L}\p{N}_$]*)(?!\s*=[^=])|\bgetVariable\(\s*["'](?<text>[^"']+)["']""")]
    private static partial Regex Read();

    [GeneratedRegex("""\bvariables\.(?<member>[\p{L}_$][\p{L}\p{N}_$]*)\s*=[^=]|\bsetVariable\(\s*["'](?<text>[^"']+)["']""")]
    private static partial Regex Written();
}
