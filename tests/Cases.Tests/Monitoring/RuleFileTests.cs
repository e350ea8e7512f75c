using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Survey.Quality;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A file that is wrong is told by name and place, in both languages and without a word of the parser.</summary>
public sealed partial class RuleFileTests
{
    private const string Name = "themes/DJ-01/v1.json";

    [Theory]
    [InlineData("{\n  \"code\": \"DJ-01\",\n  oops", "content-syntax", "不是有效的 JSON：见第 3 行第 3 个字符", "the text is no valid JSON: see line 3, character 3")]
    [InlineData("null", "content-object", "内容不是一个 JSON 对象", "the text is not one JSON object")]
    [InlineData("[]", "content-object", "内容不是一个 JSON 对象", "the text is not one JSON object")]
    public void Theme_OfATextThatIsNoTheme_IsToldWithItsFile(string json, string code, string zh, string en) =>
        AssertTold(Assert.Throws<RuleException>(() => ThemeLibrary.Read(Name, json)), code, zh, en);

    [Fact]
    public void Theme_WithoutSomeMembers_NamesThem()
    {
        var refusal = Refused(theme =>
        {
            theme.Remove("nameEn");
            theme["basis"] = null;
        });
        AssertTold(refusal, "content-missing", "缺少成员：nameEn, basis", "these members are missing: nameEn, basis");
    }

    [Fact]
    public void Theme_WithAValueOfAWrongKind_NamesItsPlace()
    {
        AssertTold(Refused(theme => theme["version"] = "first"), "content-value", "“version”的值类型不对", "the value of 'version' is of the wrong kind");
        AssertTold(
            Refused(theme => theme["parameters"]![0]!["value"] = true), "content-value", "“parameters.min_cap.value”的值类型不对", "the value of 'parameters.min_cap.value' is of the wrong kind");
    }

    [Fact]
    public void Theme_WhoseRuleDoesNotCompile_TellsTheCompilersReasonInTheReadersLanguage()
    {
        var wrong = Refused(theme => theme["rule"] = new JsonArray("SELECT c.org_no FROM secret c"));
        Assert.StartsWith($"{Name}：模型中没有表“secret”", wrong.Refusal.In("zh"), StringComparison.Ordinal);
        Assert.StartsWith($"{Name}: there is no table 'secret'", wrong.Refusal.In("en"), StringComparison.Ordinal);
        Assert.NotNull(wrong.Refusal.Position);
        Assert.Equal(wrong.Refusal.In("zh"), RuleRefusal.Told(wrong.Refusal.Stored(), "zh"));
    }

    [Fact]
    public void IndicatorAndQualityRule_WithoutTheirMembers_AreToldAlike()
    {
        Assert.StartsWith("x.json：缺少成员：code, version", Assert.Throws<RuleException>(() => IndicatorLibrary.Read("x.json", "{}")).Refusal.In("zh"), StringComparison.Ordinal);
        Assert.Equal(
            "x.json: these members are missing: code, kind, nameZh, nameEn, specialty, level, rule",
            Assert.Throws<RuleException>(() => QualityLibrary.Read("x.json", """{"parameters":[]}""")).Refusal.In("en"));
    }

    private static RuleException Refused(Action<JsonObject> spoil)
    {
        var theme = JsonNode.Parse(EmbeddedText.Read(Name))!.AsObject();
        spoil(theme);
        return Assert.Throws<RuleException>(() => ThemeLibrary.Read(Name, theme.ToJsonString()));
    }

    private static void AssertTold(RuleException wrong, string code, string zh, string en)
    {
        Assert.Equal((code, Name), (wrong.Refusal.Code, wrong.Refusal.File));
        Assert.Equal(($"{Name}：{zh}", $"{Name}: {en}"), (wrong.Refusal.In("zh"), wrong.Refusal.In("en")));
        Assert.DoesNotMatch(ParserWords(), wrong.Message);
    }

    [GeneratedRegex("System\\.|JSON value could not|BytePosition|LineNumber")]
    private static partial Regex ParserWords();
}
