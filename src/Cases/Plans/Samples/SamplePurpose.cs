namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>Where a population comes from.</summary>
public enum PopulationSource
{
    /// <summary>A SELECT over the marketing data.</summary>
    Rule,

    /// <summary>Anomalies of one theme.</summary>
    Anomalies,

    /// <summary>Orders closed in the month.</summary>
    ClosedOrders,
}

/// <summary>
/// What a sample is for. <c>ThemeCode</c> is what its anomalies carry as their theme; <c>Percent</c> the share that is asked for. A rule has the shape of a
/// screening rule: its metric is shown beside the object, its limit_v is the voltage in kV, from 1 kV on high.
/// </summary>
public sealed record SamplePurpose(string Code, string ThemeCode, PopulationSource Source, string Specialty, decimal Percent, string TaskType, string Rule = "")
{
    /// <summary>No theme of the library begins so: the figures of themes leave samples out by it.</summary>
    public const string ThemePrefix = "CY-";

    public const string Connections = "hv-connection";
    public const string Callback = "call-back";
    public const string Orders = "closed-order";
    public const string Anomalies = "anomaly";
    public const string OwnRule = "rule";

    public static readonly IReadOnlyList<SamplePurpose> All =
    [
        new(Connections, "CY-HV", PopulationSource.Rule, "业扩报装", 30, "onsite",
            """
            SELECT a.org_no, a.app_no AS obj_key, a.app_cap AS metric, 10 AS limit_v
            FROM biz_app a
            WHERE a.volt_class = 'H' AND a.biz_type IN ('104', '111') AND day_of(a.arc_time) >= @d1 AND day_of(a.arc_time) <= @d2
            """),
        new(Callback, "CY-CALL", PopulationSource.Rule, "业扩报装", 40, "routine",
            """
            SELECT a.org_no, a.app_no AS obj_key, a.app_cap AS metric, CASE WHEN a.volt_class = 'H' THEN 10 ELSE 0 END AS limit_v
            FROM biz_app a
            WHERE a.status = '1' AND a.biz_type IN ('101', '102', '104', '105', '109', '110', '111') AND day_of(a.accept_time) <= @d2
            """),
        new(Orders, "CY-ORDER", PopulationSource.ClosedOrders, "", 10, "sampling"),
        new(Anomalies, "", PopulationSource.Anomalies, "", 10, "sampling"),
        new(OwnRule, "CY-RULE", PopulationSource.Rule, "用电检查", 10, "routine"),
    ];

    public static SamplePurpose? Find(string? code) => All.FirstOrDefault(purpose => purpose.Code == code);

    /// <summary>The purpose whose anomalies carry this theme code, null for a theme of the library.</summary>
    public static SamplePurpose? OfTheme(string themeCode) => All.FirstOrDefault(purpose => purpose.ThemeCode.Length > 0 && purpose.ThemeCode == themeCode);
}
