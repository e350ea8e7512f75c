using System.Text.Json.Nodes;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Host.Tests.Designer.Desks;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>The English names of outcomes as lines of text: what is stored stays to the letter where no line changed, and a changed line changes its own name only.</summary>
public sealed class OutcomeNamesTests
{
    private readonly JsonObject model = ShippedLifecycle.Read();

    [Fact]
    public void Unfold_OfNames_ShowsOneLineForEach()
    {
        NodeFields.Unfold(model["root"]);
        Assert.Equal("通过=Pass\n退回=Return", Value(Node("recheck"), "outcomeNames"));
        Assert.Equal("Literal", (string?)Node("recheck")["outcomeNames"]!["expression"]!["type"]);
    }

    [Fact]
    public void Fold_UntouchedNames_LeaveWhatIsStoredToTheLetter()
    {
        const string Stored = """{ "退回": {"return": true, "en": " Return = back "}, "通过": {"hint": "原样", "en": "Pass"}, "转办": {} }""";
        Set("recheck", "outcomeOptions", Stored);
        NodeFields.Unfold(model["root"]);
        NodeFields.Fold(model["root"]);
        Assert.Equal(Stored, Value(Node("recheck"), "outcomeOptions"));
    }

    [Theory]
    [InlineData("通过=Passed\n退回=Return", """{"通过":{"en":"Passed","primary":true,"hint":"原样"},"退回":{"en":"Return","return":true}}""")]
    [InlineData(" 退回 ＝ Send back \n\n通过=Pass\n", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"en":"Send back","return":true}}""")]
    [InlineData("通过=Pass", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"return":true}}""")]
    [InlineData("通过=Pass\n退回=a=b\n[备注", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"en":"a=b","return":true},"[备注":{"en":""}}""")]
    [InlineData("{通过=P\n通过=Pass\n退回=Return", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"en":"Return","return":true},"{通过":{"en":"P"}}""")]
    [InlineData("", """{"通过":{"primary":true,"hint":"原样"},"退回":{"return":true}}""")]
    public void Fold_EditedNames_ChangeOnlyTheirLines(string lines, string expected)
    {
        Set("recheck", "outcomeOptions", """{"通过":{"en":"Pass","primary":true,"hint":"原样"},"退回":{"en":"Return","return":true}}""");
        NodeFields.Unfold(model["root"]);
        Set("recheck", "outcomeNames", lines);
        NodeFields.Fold(model["root"]);
        Assert.Equal(expected, Value(Node("recheck"), "outcomeOptions"));
    }

    [Fact]
    public void Fold_HalfWrittenLine_IsShownAgainAndGoesWithoutATrace()
    {
        var stored = Value(Node("recheck"), "outcomeOptions");
        NodeFields.Unfold(model["root"]);
        var lines = Value(Node("recheck"), "outcomeNames");
        Set("recheck", "outcomeNames", lines + "\n转");
        NodeFields.Fold(model["root"]);
        NodeFields.Unfold(model["root"]);
        Assert.Equal(lines + "\n转", Value(Node("recheck"), "outcomeNames"));

        Set("recheck", "outcomeNames", lines);
        NodeFields.Fold(model["root"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(Value(Node("recheck"), "outcomeOptions"))));
    }

    [Fact]
    public void Fold_OutcomeThatIsTakenAway_TakesItsOptionsWithIt_AndBringsThemBack()
    {
        var stored = Value(Node("recheck"), "outcomeOptions");
        NodeFields.Unfold(model["root"]);
        var tab = model["root"]!.DeepClone();

        Set("recheck", "outcomes", "[\"通过\"]");
        NodeFields.Fold(model["root"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"通过":{"en":"Pass","primary":true}}"""), JsonNode.Parse(Value(Node("recheck"), "outcomeOptions"))), Value(Node("recheck"), "outcomeOptions"));
        Assert.DoesNotContain("outcomesAsOpened", Node("recheck").Select(property => property.Key));

        model["root"] = tab;
        NodeFields.Fold(model["root"]);
        Assert.Equal(stored, Value(Node("recheck"), "outcomeOptions"));
    }

    [Fact]
    public void Fold_NameWrittenBeforeItsOutcome_IsKept()
    {
        NodeFields.Unfold(model["root"]);
        Set("recheck", "outcomeNames", "通过=Pass\n退回=Return\n转办=Pass on");
        NodeFields.Fold(model["root"]);
        NodeFields.Unfold(model["root"]);
        NodeFields.Fold(model["root"]);
        Assert.Contains("Pass on", Value(Node("recheck"), "outcomeOptions"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a=b":{"en":"Pass"}}""")]
    [InlineData("""{"通过":{"en":"Pass\non"}}""")]
    [InlineData("""{"通过":{"en":7}}""")]
    public void Unfold_OfNamesThatLinesCannotSay_LeavesThemAsTheyAre(string options)
    {
        Set("recheck", "outcomeOptions", options);
        NodeFields.Unfold(model["root"]);
        Assert.False(Node("recheck").ContainsKey("outcomeNames"));
        NodeFields.Fold(model["root"]);
        Assert.Equal(options, Value(Node("recheck"), "outcomeOptions"));
    }

    private JsonObject Node(string id) => ShippedLifecycle.Node(model, id);

    private void Set(string node, string input, string value) => Node(node)[input]!["expression"]!["value"] = value;

    private static string Value(JsonObject node, string input) => node[input]!["expression"]!["value"]!.ToString();
}
