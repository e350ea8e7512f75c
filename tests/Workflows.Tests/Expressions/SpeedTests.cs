using System.Diagnostics;
using System.Text.Json.Nodes;

using CaseMgmt.Workflows.Expressions;

namespace CaseMgmt.Workflows.Tests.Expressions;

/// <summary>A guard against slowness of another order; the benchmarks measure.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void TypicalCondition_HundredThousandTimes_TakesWellUnderTenMicrosecondsEach()
    {
        var expression = Js.Compile("variables.Amount > 1000 && getInput(\"x\") === \"y\"");
        var variables = new Dictionary<string, JsonNode?> { ["Amount"] = 2000 };
        JsonNode answer = "y";
        var functions = new Dictionary<string, HostFunction> { ["getInput"] = _ => answer };
        var watch = Stopwatch.StartNew();

        for (var round = 0; round < 100_000; round++)
        {
            Assert.True(expression.Test(new ExpressionScope { Variables = variables, Functions = functions }, new ExpressionBudget()));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());
    }
}
