using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Survey.Quality;

/// <summary>A rule of data quality (数据质量规则), a file definitions/data-quality/{code}.json: which rows of the archives are incomplete, doubled, impossible, contradictory, late or wrong.</summary>
/// <param name="Kind">completeness, uniqueness, validity, consistency, timeliness or accuracy.</param>
public sealed record QualityRule(string Code, string Kind, string NameZh, string NameEn, string Specialty, string Level, IReadOnlyList<string> Rule, IReadOnlyList<ThemeParameter>? Parameters)
{
    public static readonly IReadOnlyList<string> Kinds = ["completeness", "uniqueness", "validity", "consistency", "timeliness", "accuracy"];

    /// <summary>As a theme, because it has a theme's shape and runs behind the same walls.</summary>
    public Theme AsTheme() => new()
    {
        Code = Code, Version = 1, NameZh = NameZh, NameEn = NameEn, Specialty = Specialty, Level = Level, Frequency = "日", PurposeZh = "", PurposeEn = "", Calibre = "", Basis = "",
        Rule = Rule, Parameters = Parameters ?? [],
    };

    public string Name(string language) => language == "en" ? NameEn : NameZh;
}

/// <summary>The rules that ship. Reading compiles each, so that a broken file stops the start and not a campaign.</summary>
public sealed class QualityLibrary
{
    private readonly Dictionary<string, QualityRule> byCode;

    private QualityLibrary(IEnumerable<QualityRule> rules) => byCode = rules.ToDictionary(rule => rule.Code, StringComparer.Ordinal);

    public IReadOnlyCollection<QualityRule> All => byCode.Values;

    public QualityRule? Find(string code) => byCode.GetValueOrDefault(code);

    public static QualityLibrary Shipped() => new(EmbeddedText.Names("data-quality").Select(name => Read(name, EmbeddedText.Read(name))));

    public static QualityRule Read(string name, string json) => RuleFile.Named(name, () =>
    {
        var rule = RuleFile.Parse<QualityRule>(json, JsonSerializerOptions.Web);
        RuleCompiler.Compile(rule.AsTheme().Sql, ThemeLibrary.Standard("202601", new DateOnly(2026, 1, 31)).With(rule.AsTheme()), RuleDialect.Sqlite);
        return QualityRule.Kinds.Contains(rule.Kind) ? rule : throw new RuleException("quality-kind", null, rule.Kind);
    });
}
