using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>What a program sees of its host, and what it can change there.</summary>
public sealed class ScopeTests
{
    [Fact]
    public void Condition_OverVariablesAndInput_IsTrueWhenBothHold()
    {
        var scope = new ExpressionScope
        {
            Variables = new Dictionary<string, JsonNode?> { ["Amount"] = 1500 },
            Functions = new Dictionary<string, HostFunction> { ["getInput"] = arguments => arguments[0]!.GetValue<string>() == "x" ? "y" : null },
        };

        Assert.True(Js.Compile("variables.Amount > 1000 && getInput(\"x\") === \"y\"").Test(scope, new ExpressionBudget()));
        Assert.False(Js.Compile("variables.Amount > 1000 && getInput(\"z\") === \"y\"").Test(scope, new ExpressionBudget()));
    }

    [Fact]
    public void Assignment_ToAVariable_ReachesTheHostAndLaterReads()
    {
        var variables = new Dictionary<string, JsonNode?> { ["N"] = 1 };

        var value = Js.Json("variables.N = variables.N + 1; variables.M = [variables.N]; variables.N", new ExpressionScope { Variables = variables });

        Assert.Equal(("2", "2", "[2]"), (value, variables["N"]!.ToJsonString(), variables["M"]!.ToJsonString()));
    }

    [Fact]
    public void SetVariable_ByAHostFunction_IsSeenByTheNextRead()
    {
        var variables = new Dictionary<string, JsonNode?> { ["N"] = 1 };
        var scope = new ExpressionScope
        {
            Variables = variables,
            Functions = new Dictionary<string, HostFunction>
            {
                ["setVariable"] = arguments =>
                {
                    variables[arguments[0]!.GetValue<string>()] = arguments[1]?.DeepClone();
                    return null;
                },
            },
        };

        Assert.Equal("[1,5]", Js.Json("const before = variables.N; setVariable('N', 5); [before, variables.N]", scope));
    }

    [Fact]
    public void Change_InsideAVariable_StaysInTheRun()
    {
        var variables = new Dictionary<string, JsonNode?> { ["List"] = new JsonArray(1, 2) };

        var value = Js.Json("variables.List.push(3); variables.List.length", new ExpressionScope { Variables = variables });

        Assert.Equal(("3", "[1,2]"), (value, variables["List"]!.ToJsonString()));
    }

    [Fact]
    public void Variables_WithoutAHost_RefuseToBeSet() => Assert.Equal("type-error", Js.Failure("variables.N = 1"));

    [Fact]
    public void HostFunction_ThatThrows_EndsTheProgramWithItsName()
    {
        var scope = new ExpressionScope { Functions = new Dictionary<string, HostFunction> { ["getOutputFrom"] = _ => throw new InvalidOperationException("no such node") } };

        var failure = Assert.Throws<ExpressionException>(() => Js.Json("getOutputFrom('A')", scope));

        Assert.Equal(("host-error", "getOutputFrom: no such node"), (failure.Code, failure.Reason));
    }

    [Fact]
    public void Globals_OfASource_AreTheNamesTheHostMustAnswer() =>
        Assert.Equal(["variables", "getInput", "other"], Js.Compile("const a = variables.x + getInput('y'); Math.max(a, other)").Globals);

    [Fact]
    public void Value_OfADeclaredName_HidesTheHostsAndTheLibrarys() => Assert.Equal("[1,2]", Js.Json("const variables = 1, Math = 2; [variables, Math]"));

    [Theory]
    [InlineData("1 + 1", 2)]
    [InlineData("3e9", 3_000_000_000)]
    public void Number_AsNode_CanBeReadAsAnyNumericType(string source, long expected)
    {
        var node = Js.Node(source)!;

        Assert.Equal((expected, (double)expected, (decimal)expected), (node.GetValue<long>(), node.GetValue<double>(), node.GetValue<decimal>()));
    }

    [Theory]
    [InlineData("undefined", null)]
    [InlineData("null", null)]
    [InlineData("NaN", null)]
    [InlineData("() => 1", null)]
    [InlineData("new Date(0)", "\"1970-01-01T00:00:00.000Z\"")]
    [InlineData("({ a: undefined, b: [undefined, 1.5], c: '中' })", "{\"b\":[null,1.5],\"c\":\"中\"}")]
    public void Value_AsNode_IsWhatJsonStringifyWouldWrite(string source, string? expected) =>
        Assert.True(JsonNode.DeepEquals(expected is null ? null : JsonNode.Parse(expected), Js.Node(source)));

    [Theory]
    [InlineData("'a' + 1", "a1")]
    [InlineData("12.50", "12.5")]
    [InlineData("[1, 2]", "1,2")]
    [InlineData("null", null)]
    public void Value_AsText_IsWhatATemplateShows(string source, string? expected) =>
        Assert.Equal(expected, Js.Compile(source).EvaluateText(new ExpressionScope(), new ExpressionBudget()));

    [Fact]
    public void Run_TwiceWithOneSeed_GivesTheSameNumbersAndIds()
    {
        const string Source = "[Math.random(), Math.random(), newGuid()]";

        Assert.Equal(Js.Json(Source, new ExpressionScope { Seed = 7 }), Js.Json(Source, new ExpressionScope { Seed = 7 }));
        Assert.NotEqual(Js.Json(Source, new ExpressionScope { Seed = 7 }), Js.Json(Source, new ExpressionScope { Seed = 8 }));
    }

    [Fact]
    public void Now_InEveryZone_IsTheScopesInstant()
    {
        var newYork = new ExpressionScope { Now = Js.Now, Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

        Assert.Equal("\"2026-11-22T02:55:43.123Z\"", Js.Json("new Date()"));
        Assert.Equal("[22,10]", Js.Json("[new Date().getDate(), new Date().getHours()]"));
        Assert.Equal("[21,21]", Js.Json("[new Date().getDate(), new Date().getHours()]", newYork));
    }

    [Fact]
    public void LocalTime_InTheGapAndTheFoldOfAnotherZone_IsReadAsJavaScriptDoes()
    {
        var newYork = new ExpressionScope { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };

        Assert.Equal("\"2026-03-08T07:30:00.000Z\"", Js.Json("new Date(2026, 2, 8, 2, 30)", newYork));
        Assert.Equal("\"2026-11-01T05:30:00.000Z\"", Js.Json("new Date(2026, 10, 1, 1, 30)", newYork));
    }

    [Fact]
    public void Budget_SharedByTwoRuns_Shrinks()
    {
        var budget = new ExpressionBudget(steps: 8_000);
        Js.Json("Array.from({ length: 1000 }, (_, i) => i).length", budget: budget);

        Assert.Equal("steps-exceeded", Js.Failure("Array.from({ length: 1000 }, (_, i) => i).length", budget));
    }

    [Fact]
    public async Task Expression_RunFromManyThreads_KeepsItsValuesApart()
    {
        var expression = Js.Compile("let sum = 0; const add = x => { sum += x }; [1, 2, 3].forEach(add); `${sum}${variables.N}`");

        var values = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => expression.EvaluateText(
            new ExpressionScope { Variables = new Dictionary<string, JsonNode?> { ["N"] = number } }, new ExpressionBudget()))));

        Assert.Equal(Enumerable.Range(0, 64).Select(number => $"6{number}"), values);
    }

    [Fact]
    public void Source_NestedBeyondTheStack_IsRefusedNotCrashed()
    {
        Assert.Contains("deeply", Js.Problem(new string('(', 5_000) + "1" + new string(')', 5_000)).Reason, StringComparison.Ordinal);
        Assert.Contains("deeply", Js.Problem(string.Join("+", Enumerable.Repeat("1", 5_000))).Reason, StringComparison.Ordinal);
        Assert.Contains("deeply", Js.Problem(string.Concat(Enumerable.Repeat("[", 300)) + string.Concat(Enumerable.Repeat("]", 300))).Reason, StringComparison.Ordinal);
        Assert.Contains("deeply", Js.Problem(string.Concat(Enumerable.Repeat("x=>", 300)) + "1").Reason, StringComparison.Ordinal);
        Assert.Contains("deeply", Js.Problem("a" + string.Concat(Enumerable.Repeat(".b", 5_000))).Reason, StringComparison.Ordinal);
        Assert.Contains("deeply", Js.Problem("/" + new string('(', 500) + new string(')', 500) + "/").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_OfAnyText_NeverThrows()
    {
        var random = new Random(5);
        var pieces = "( ) [ ] { } , ; => = + - / ` ${ ' \" a 1 . ?. ... /a/ if return const \\ \n é 😀 function new throw # @ : ?".Split(' ');
        for (var round = 0; round < 20_000; round++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var (expression, problem) = CompiledExpression.Compile(source);
            Assert.True(expression is null != problem is null, source);
        }
    }
}
