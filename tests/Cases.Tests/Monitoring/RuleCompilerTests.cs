using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Rules are typed and scaled exactly, and nothing outside the closed language gets through.</summary>
public sealed class RuleCompilerTests
{
    private static readonly IReadOnlyDictionary<string, RuleParameter> Parameters = new Dictionary<string, RuleParameter>
    {
        ["ym"] = RuleParameter.Of("202605"), ["d1"] = RuleParameter.Of(new DateOnly(2026, 5, 1)), ["pct"] = RuleParameter.Of(0.25m),
    };

    [Theory]
    [InlineData("b.pq > 100.5", "b.pq > 10050")]
    [InlineData("b.pq >= 0.125", "(b.pq * 10) >= 125")]
    [InlineData("b.contract_cap = b.pq", "b.contract_cap = (b.pq * 10000)")]
    [InlineData("b.pq > b.run_cap * (1 + @pct)", "(b.pq * 1000000) > (b.run_cap * 125)")]
    [InlineData("b.pq - b.contract_cap > 0", "((b.pq * 10000) - b.contract_cap) > 0")]
    [InlineData("COALESCE(b.pq, 0) = 0", "COALESCE(b.pq, 0) = 0")]
    [InlineData("b.pq BETWEEN 1 AND 2.5", "b.pq BETWEEN 100 AND 250")]
    [InlineData("b.two_part = 1", "b.two_part = 1")]
    [InlineData("-b.pq < -1.5", "(-b.pq) < -150")]
    [InlineData("(b.pq + 1) * 2 > 3", "((b.pq + 100) * 2) > 300")]
    [InlineData("(b.pq > 1 OR b.pq < 0) AND NOT (b.ym = @ym)", "((b.pq > 100 OR b.pq < 0) AND NOT (b.ym = '202605'))")]
    public void Compile_DecimalColumns_BringsBothSidesToOneScale(string condition, string expected) =>
        Assert.EndsWith("WHERE " + expected, RuleCompiler.Compile(Rule(condition), Parameters, RuleDialect.Sqlite).Sql, StringComparison.Ordinal);

    [Fact]
    public void Compile_Postgres_LeavesDecimalsAlone() =>
        Assert.EndsWith("WHERE b.pq > (b.run_cap * 1.25)", RuleCompiler.Compile(Rule("b.pq > b.run_cap * (1 + @pct)"), Parameters, RuleDialect.Postgres).Sql, StringComparison.Ordinal);

    [Theory]
    [InlineData("DELETE FROM bill")]
    [InlineData("SELECT 1; DROP TABLE bill")]
    [InlineData("WITH x AS (SELECT 1) SELECT * FROM x")]
    [InlineData("SELECT * FROM bill")]
    [InlineData("PRAGMA query_only = off")]
    [InlineData("ATTACH 'x.db' AS y")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM sqlite_master b")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b, cons c")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b CROSS JOIN cons c")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b -- comment")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b /* x */")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM \"bill\" b")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b UNION SELECT 1")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, b.nothing AS metric, 0 AS limit_v FROM bill b")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, 1 AS metric FROM bill b")]
    [InlineData("SELECT b.org_no, b.bill_id AS obj_key, 1 AS metric, 0 AS limit_v FROM bill b")]
    [InlineData("SELECT b.org_no, b.cons_no AS obj_key, b.ym AS metric, 0 AS limit_v FROM bill b")]
    [InlineData("")]
    public void Compile_HostileRule_IsRefusedWithAReason(string sql) =>
        Assert.NotEmpty(Assert.Throws<RuleException>(() => RuleCompiler.Compile(sql, Parameters, RuleDialect.Sqlite)).Message);

    [Theory]
    [InlineData("load_extension('x') = 1")]
    [InlineData("randomblob(1000000000) = 1")]
    [InlineData("b.pq = '1'")]
    [InlineData("b.ym = 202605")]
    [InlineData("b.pq / 2 > 1")]
    [InlineData("b.pq || 'x' = 'y'")]
    [InlineData("b.release_date + 1 > @d1")]
    [InlineData("b.pq > @unknown")]
    [InlineData("b.pq > (SELECT pq, rq FROM bill)")]
    [InlineData("EXISTS (SELECT 1 FROM payment p WHERE p.pay_time > @d1)")]
    [InlineData("b.pq LIKE '1%'")]
    [InlineData("b.pq > 1 OR")]
    [InlineData("b.ym = 'open")]
    public void Compile_ConditionOutsideTheLanguage_IsRefused(string condition) =>
        Assert.Throws<RuleException>(() => RuleCompiler.Compile(Rule(condition), Parameters, RuleDialect.Sqlite));

    [Fact]
    public void Compile_DeepNesting_IsRefusedQuickly() =>
        Assert.Throws<RuleException>(() => RuleCompiler.Compile(Rule(new string('(', 3000) + "1 = 1" + new string(')', 3000)), Parameters, RuleDialect.Sqlite));

    [Fact]
    public void Shipped_ParametersOfAllThemes_LieInsideTheirBounds() => Assert.NotEmpty(ThemeLibrary.Shipped().Current);

    private static string Rule(string condition) => $"SELECT b.org_no, b.cons_no AS obj_key, b.pq AS metric, 0 AS limit_v FROM bill b WHERE {condition}";
}
