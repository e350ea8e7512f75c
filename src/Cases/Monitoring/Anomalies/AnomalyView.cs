using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>An anomaly in a list.</summary>
public sealed record AnomalyView(long Id, string ThemeCode, string ThemeName, string Ym, string ObjKey, string OrgNo, string OrgName, decimal Metric, decimal LimitValue,
    string Level, string Specialty, string State, string? TriageReason, int Hits, DateTime FirstSeenAt, DateTime LastSeenAt, long? TaskId, long? CaseId)
{
    public static AnomalyView Of(Anomaly row, string orgName, ThemeLibrary library, string language) => new(row.Id, row.ThemeCode, NameOf(row, library, language), row.Ym,
        row.ObjKey, row.OrgNo, orgName, row.Metric, row.LimitValue, row.Level, row.Specialty, row.State, row.TriageReason, row.Hits, row.FirstSeenAt, row.LastSeenAt,
        row.TaskId, row.CaseId);

    private static string NameOf(Anomaly row, ThemeLibrary library, string language) =>
        library.Find(row.ThemeCode, row.ThemeVersion) is not { } theme ? row.ThemeCode : language == "en" ? theme.NameEn : theme.NameZh;
}
