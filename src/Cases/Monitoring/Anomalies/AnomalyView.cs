using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>A tag as a person reads it.</summary>
public sealed record TagView(string Code, string Name);

/// <summary>An anomaly in a list, its risk explained.</summary>
/// <param name="OpenTaskId">The task that has the same object of the same theme in hand, found in another month.</param>
public sealed record AnomalyView(long Id, string ThemeCode, string ThemeName, string Ym, string ObjKey, string OrgNo, string OrgName, decimal Metric, decimal LimitValue,
    string Level, string Specialty, string State, string? TriageReason, int Hits, DateTime FirstSeenAt, DateTime LastSeenAt, long? TaskId, long? CaseId,
    decimal Stake, int Risk, IReadOnlyList<RiskPart> RiskParts, IReadOnlyList<TagView> Tags, DateOnly? DataStamp, DateTime? ClearedAt, long? WhiteId, bool Secret, long? OpenTaskId)
{
    public static AnomalyView Of(Anomaly row, AnomalyWords words)
    {
        var tags = row.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new(row.Id, row.ThemeCode, words.ThemeName(row), row.Ym, row.ObjKey, row.OrgNo, words.Orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.Metric, row.LimitValue, row.Level,
            row.Specialty, row.State, row.TriageReason, row.Hits, row.FirstSeenAt, row.LastSeenAt, row.TaskId, row.CaseId, row.StakeFen / 100m, row.Risk,
            RiskScore.Explain(row.Level, row.StakeFen, row.Hits, [.. tags.Select(tag => (tag, words.Weight(tag)))]), [.. tags.Select(tag => new TagView(tag, words.TagName(tag)))],
            row.DataStamp, row.ClearedAt, row.WhiteId, row.Secret, row.TaskId is null ? words.OpenTask(row) : null);
    }
}

/// <summary>The names and weights that a page of anomalies needs, read once for the page.</summary>
/// <param name="InHand">Task by theme and object, of what a task holds now.</param>
public sealed record AnomalyWords(IReadOnlyDictionary<string, string> Orgs, IReadOnlyDictionary<string, TagRule> Tags, ThemeLibrary Library, string Language,
    IReadOnlyDictionary<(string Theme, string Key), long> InHand)
{
    public static async Task<AnomalyWords> ReadAsync(CaseDbContext db, IReadOnlyList<Anomaly> rows, ThemeLibrary library, string language, CancellationToken cancellation)
    {
        var numbers = rows.Select(row => row.OrgNo).Distinct().ToList();
        return new(
            await db.Set<OrgUnit>().AsNoTracking().Where(org => numbers.Contains(org.OrgNo)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation),
            await db.Set<TagRule>().AsNoTracking().ToDictionaryAsync(tag => tag.Code, cancellation), library, language, await InHandAsync(db, rows, cancellation));
    }

    public long? OpenTask(Anomaly row) => InHand.TryGetValue((row.ThemeCode, row.ObjKey), out var task) ? task : null;

    public string ThemeName(Anomaly row) =>
        row.ThemeCode == Clue.ThemeCode ? Texts.Get(Language, "clue.theme")
        : SamplePurpose.OfTheme(row.ThemeCode) is { } purpose ? Texts.Get(Language, "sample.purpose." + purpose.Code)
        : row.ThemeCode == SendToAudit.ThemeCode ? Texts.Get(Language, "survey.theme")
        : (Library.Find(row.ThemeCode, row.ThemeVersion) ?? Library.Find(row.ThemeCode)) is not { } theme ? row.ThemeCode
        : Language == "en" ? theme.NameEn : theme.NameZh;

    public string TagName(string code) => !Tags.TryGetValue(code, out var tag) ? code : Language == "en" ? tag.NameEn : tag.NameZh;

    private static async Task<Dictionary<(string, string), long>> InHandAsync(CaseDbContext db, IReadOnlyList<Anomaly> rows, CancellationToken cancellation)
    {
        var keys = rows.Where(row => row.TaskId is null).Select(row => row.ObjKey).Distinct().ToList();
        var held = await AnomalyMarks.InHand(db.Set<Anomaly>()).Where(row => keys.Contains(row.ObjKey)).Select(row => new { row.ThemeCode, row.ObjKey, row.TaskId }).ToListAsync(cancellation);
        return held.GroupBy(row => (row.ThemeCode, row.ObjKey)).ToDictionary(group => group.Key, group => group.Max(row => row.TaskId!.Value));
    }

    public int Weight(string code) => Tags.TryGetValue(code, out var tag) ? tag.Weight : 0;
}
