namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>What a draw must say. Pure.</summary>
public static class SampleRules
{
    /// <summary>More than this is no sample any more: one task holds as many.</summary>
    public const int MostDrawn = 5_000;

    /// <summary>The population is kept whole, so that a draw can be repeated: some megabytes at most.</summary>
    public const int MostMembers = 50_000;

    public const int ShortestReason = 5;

    public static string? Refuse(DrawSample.Request request) => request switch
    {
        { Title: { Length: > 200 } } => "sample-title",
        { Purpose: var purpose } when SamplePurpose.Find(purpose) is null => "sample-purpose",
        { Ym: var ym } when !IsMonth(ym) => "sample-month",
        { RatePercent: < 0 or > 100 } => "sample-rate",
        { Least: < 0 or > MostDrawn } => "sample-rate",
        { ByTable: true, Purpose: not SamplePurpose.Orders } => "sample-table",
        { StratifyBy: { } by } when by.Any(each => !SampleDraw.Dimensions.Contains(each)) => "sample-strata",
        { Purpose: SamplePurpose.OwnRule, RuleSql: var rule } when string.IsNullOrWhiteSpace(rule) || rule.Length > 8000 => "sample-rule",
        { Purpose: SamplePurpose.Anomalies, ThemeCode: var theme } when string.IsNullOrWhiteSpace(theme) => "sample-theme",
        _ => null,
    };

    private static bool IsMonth(string? ym) => ym is { Length: 6 } && ym.All(char.IsAsciiDigit) && int.Parse(ym[4..], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12
        && string.CompareOrdinal(ym, "190001") > 0;
}
