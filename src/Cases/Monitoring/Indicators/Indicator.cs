using System.Text.Json.Serialization;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// A monitored indicator (监控指标) in one version, a file definitions/indicators/{code}/v{n}.json that is never edited. Its rule returns the rows that it counts
/// (org_no, obj_key, num, den); the value of a unit is made of their sums, so that the rows behind a value always add up to it.
/// </summary>
public sealed record Indicator
{
    public const string Ratio = "ratio";
    public const string Sum = "total";

    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public required string Specialty { get; init; }

    /// <summary>ratio: factor × Σnum ÷ Σden, nothing where Σden is 0. total: factor × Σnum.</summary>
    public required string Kind { get; init; }

    public required decimal Factor { get; init; }

    public required TwoLanguages Unit { get; init; }

    public int Decimals { get; init; } = 2;

    /// <summary>high, low, or none for figures that are only shown.</summary>
    public required string Better { get; init; }

    /// <summary>Values beyond are to be watched.</summary>
    public decimal? Warn { get; init; }

    /// <summary>Values beyond raise an alarm.</summary>
    public decimal? Alarm { get; init; }

    /// <summary>The rule reads what is true on the day of the data, so an earlier month cannot be computed from a later load.</summary>
    public bool Snapshot { get; init; }

    /// <summary>What exactly is counted.</summary>
    public required string Calibre { get; init; }

    public required string CalibreEn { get; init; }

    /// <summary>What a row is: an account, a reading section, an order.</summary>
    public required TwoLanguages Object { get; init; }

    public required IReadOnlyList<string> Rows { get; init; }

    public IReadOnlyList<ThemeParameter> Parameters { get; init; } = [];

    public required string Basis { get; init; }

    public required string BasisEn { get; init; }

    [JsonIgnore]
    public string Sql => string.Join('\n', Rows);

    public CompiledRule Compile(RuleParameters standard, RuleDialect dialect) => RuleCompiler.Compile(Sql, standard.With(Parameters), dialect, RuleColumns.Indicator);
}
