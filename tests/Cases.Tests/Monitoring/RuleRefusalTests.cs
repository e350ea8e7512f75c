using System.Text.RegularExpressions;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A refused rule says why in the writer's language, by a code that stays, and where.</summary>
public sealed partial class RuleRefusalTests
{
    private const string Before = "SELECT b.org_no, b.cons_no AS obj_key, b.pq AS metric, 0 AS limit_v FROM bill b WHERE ";

    [Theory]
    [InlineData("b.pqq > 0", "column-unknown", 0, "没有列“b.pqq”（第 {0} 个字符）")]
    [InlineData("b.pq > @limit", "parameter-unknown", 7, "没有参数“@limit”（第 {0} 个字符）")]
    [InlineData("b.pq > 0; DELETE FROM bill", "character", 8, "不允许使用字符“;”（第 {0} 个字符）")]
    [InlineData("load_extension('x') = 1", "function-unknown", 0, "函数“load_extension”不在允许的清单中（第 {0} 个字符）")]
    [InlineData("b.pq > (SELECT 1 FROM secret)", "table-unknown", 22, "模型中没有表“secret”（第 {0} 个字符）")]
    [InlineData("-- all", "comment", 0, "规则中不能有注释；请写在主题说明里（第 {0} 个字符）")]
    public void Refusal_OfACondition_NamesCodeAndPlaceInBothLanguages(string condition, string code, int at, string chinese)
    {
        var refusal = Assert.Throws<RuleException>(() => Compile(Before + condition)).Refusal;
        Assert.Equal((code, Before.Length + at), (refusal.Code, refusal.Position));
        Assert.Equal(chinese.Replace("{0}", $"{Before.Length + at + 1}", StringComparison.Ordinal), refusal.In("zh"));
        Assert.DoesNotMatch(Chinese(), refusal.In("en"));
    }

    [Fact]
    public void Refusal_OfKindsThatDoNotMeet_NamesThemInTheReadersLanguage()
    {
        var refusal = Assert.Throws<RuleException>(() => Compile(Before + "b.ym = 202605")).Refusal;
        Assert.Equal(("比较 中混用了文本和数字", "a comparison mixes a text with a number"), (refusal.In("zh"), refusal.In("en")));
    }

    [Fact]
    public void Codes_ThrownInTheSources_HaveTextsInBothLanguages()
    {
        var folder = Path.Combine(Shipped.Folder(), "..", "src", "Cases");
        var codes = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).SelectMany(file => Thrown().Matches(File.ReadAllText(file)).SelectMany(match => match.Groups.Values.Skip(1)))
            .Select(group => group.Value).Where(value => value.Length > 0).Distinct().ToList();
        Assert.True(codes.Count > 30, string.Join(", ", codes));
        Assert.All(codes, code => Assert.True(Texts.Has("zh", $"rule.{code}") && Texts.Has("en", $"rule.{code}"), code));
    }

    [Fact]
    public void Refusal_Stored_IsToldInEachLanguageAndKeepsWithinItsColumn()
    {
        var unfit = new SourceUnfitException("province", [new SourceProblem(SourceProblem.ColumnType, "bill.pq", new string('\\', 400)), new SourceProblem(SourceProblem.NoData, "bill")]);
        var stored = RuleRefusal.Of(unfit).Stored();
        Assert.InRange(stored.Length, 1, 500);
        Assert.StartsWith("数据源 province 不可用：字段 bill.pq 的类型是", RuleRefusal.Told(stored, "zh"), StringComparison.Ordinal);
        Assert.EndsWith("(problems in all: 2)", RuleRefusal.Told(stored, "en"), StringComparison.Ordinal);
        Assert.Equal(("A sentence of old.", null), (RuleRefusal.Told("A sentence of old.", "zh"), RuleRefusal.Told(null, "zh")));
        Assert.Equal("运行失败：boom", RuleRefusal.Told(RuleRefusal.Of(new InvalidOperationException("boom")).Stored(), "zh"));
    }

    private static void Compile(string sql) =>
        RuleCompiler.Compile(sql, ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 10)).With([]), RuleDialect.Sqlite);

    [GeneratedRegex(""""new RuleException\("([a-z-]+)"|new\("(missing-at-end)"|new\("(expected)"""")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
