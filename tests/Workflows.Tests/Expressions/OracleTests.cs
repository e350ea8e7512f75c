using System.Text;
using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>Our values against those of Node.js, text by text, on generated programs.</summary>
public sealed class OracleTests
{
    private const string Zone = "Asia/Shanghai";

    [Fact]
    public async Task GeneratedPrograms_InNodeAndHere_GiveTheSameValues()
    {
        var seed = int.Parse(Environment.GetEnvironmentVariable("EXPRESSION_SEED") ?? "20261122");
        var count = int.Parse(Environment.GetEnvironmentVariable("EXPRESSION_COUNT") ?? "5000");
        var generator = new ExpressionGenerator(seed);
        var sources = Enumerable.Range(0, count).Select(_ => generator.Next()).Distinct().ToList();

        await CompareAsync(sources);
    }

    [Fact]
    public async Task CornerCases_InNodeAndHere_GiveTheSameValues() => await CompareAsync(OracleCorpus.Programs);

    [Fact]
    public async Task GeneratedPatterns_InNodeAndHere_MatchTheSame()
    {
        var generator = new PatternGenerator(20261122);
        await CompareAsync([.. Enumerable.Range(0, 3000).Select(_ => generator.Next()).Distinct()]);
    }

    [Fact]
    public async Task GeneratedDateTexts_InNodeAndHere_AreTheSameInstants()
    {
        var generator = new DateTextGenerator(20261122);
        await CompareAsync([.. Enumerable.Range(0, 4000).Select(_ => generator.Next()).Distinct()]);
    }

    private static async Task CompareAsync(IReadOnlyList<string> sources)
    {
        Assert.True(NodeOracle.IsThere, "Node.js is needed for this test.");
        var expected = await NodeOracle.EvaluateAsync(sources, Js.Now, Zone);
        var differences = new StringBuilder();
        var unsupported = 0;
        for (var index = 0; index < sources.Count; index++)
        {
            var (actual, isUnsupported) = Answer(sources[index]);
            unsupported += isUnsupported ? 1 : 0;
            var isSame = isUnsupported || (expected[index].StartsWith('!') ? actual[0] is '!' or '?' : actual == expected[index]);
            differences.Append(isSame ? "" : $"{sources[index]}\n  node: {expected[index]}\n  here: {actual}\n");
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.True(unsupported <= sources.Count / 100, $"{unsupported} of {sources.Count} are not supported.");
    }

    private static (string Answer, bool IsUnsupported) Answer(string source)
    {
        var (expression, problem) = CompiledExpression.Compile(source);
        if (expression is null)
        {
            return ($"?{problem}", false);
        }

        var variables = JsonNode.Parse(NodeOracle.Variables)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value);
        try
        {
            return (expression.EvaluateJson(new ExpressionScope { Now = Js.Now, Variables = variables }, new ExpressionBudget()), false);
        }
        catch (ExpressionException failure)
        {
            return ($"!{failure.Code}: {failure.Reason}", failure.Code == "unsupported");
        }
    }
}
