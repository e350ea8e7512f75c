using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Findings;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>A tag as a person reads it.</summary>
public sealed record TagView(string Code, string Name);

/// <summary>An anomaly in a list, its risk explained.</summary>
public sealed record AnomalyView(long Id, string ThemeCode, string ThemeName, string Ym, string ObjKey, string OrgNo, string OrgName, decimal Metric, decimal LimitValue,
    string Level, string Specialty, string State, string? TriageReason, int Hits, DateTime FirstSeenAt, DateTime LastSeenAt, long? TaskId, long? CaseId,
    decimal Stake, int Risk, IReadOnlyList<RiskPart> RiskParts, IReadOnlyList<TagView> Tags, DateOnly? DataStamp, DateTime? ClearedAt, long? WhiteId, bool Secret)
{
    public static AnomalyView Of(Anomaly row, AnomalyWords words)
    {
        var tags = row.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new(row.Id, row.ThemeCode, words.ThemeName(row), row.Ym, row.ObjKey, row.OrgNo, words.Orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.Metric, row.LimitValue, row.Level,
            row.Specialty, row.State, row.TriageReason, row.Hits, row.FirstSeenAt, row.LastSeenAt, row.TaskId, row.CaseId, row.StakeFen / 100m, row.Risk,
            RiskScore.Explain(row.Level, row.StakeFen, row.Hits, [.. tags.Select(tag => (tag, words.Weight(tag)))]), [.. tags.Select(tag => new TagView(tag, words.TagName(tag)))],
            row.DataStamp, row.ClearedAt, row.WhiteId, row.Secret);
    }
}

/// <summary>The names and weights that a page of anomalies needs, read once for the page.</summary>
public sealed record AnomalyWords(IReadOnlyDictionary<string, string> Orgs, IReadOnlyDictionary<string, TagRule> Tags, ThemeLibrary Library, string Language)
{
    public static async Task<AnomalyWords> ReadAsync(CaseDbContext db, IEnumerable<Anomaly> rows, ThemeLibrary library, string language, CancellationToken cancellation)
    {
        var numbers = rows.Select(row => row.OrgNo).Distinct().ToList();
        return new(
            await db.Set<OrgUnit>().AsNoTracking().Where(org => numbers.Contains(org.OrgNo)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation),
            await db.Set<TagRule>().AsNoTracking().ToDictionaryAsync(tag => tag.Code, cancellation), library, language);
    }

    public string ThemeName(Anomaly row) =>
        row.ThemeCode == Clue.ThemeCode ? Texts.Get(Language, "clue.theme")
        : SamplePurpose.OfTheme(row.ThemeCode) is { } purpose ? Texts.Get(Language, "sample.purpose." + purpose.Code)
        : row.ThemeCode == SendToAudit.ThemeCode ? Texts.Get(Language, "survey.theme")
        : (Library.Find(row.ThemeCode, row.ThemeVersion) ?? Library.Find(row.ThemeCode)) is not { } theme ? row.ThemeCode
        : Language == "en" ? theme.NameEn : theme.NameZh;

    public string TagName(string code) => !Tags.TryGetValue(code, out var tag) ? code : Language == "en" ? tag.NameEn : tag.NameZh;

    public int Weight(string code) => Tags.TryGetValue(code, out var tag) ? tag.Weight : 0;
}
