using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Survey.Findings;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// One item of a case with the anomaly it carries. <c>Version</c> is the one the case was made with where they share the theme: an anomaly that is found again
/// later takes the number of the newer rule, and the older one would lose what it earned.
/// </summary>
public sealed record JudgedItem
{
    public long ItemId { get; init; }

    public long CaseId { get; init; }

    public string CaseNumber { get; init; } = "";

    public string CaseState { get; init; } = "";

    public DateTime? ClosedAt { get; init; }

    public string ThemeCode { get; init; } = "";

    public int Version { get; init; }

    public string Ym { get; init; } = "";

    public string OrgNo { get; init; } = "";

    public string OrgPath { get; init; } = "";

    public string ObjKey { get; init; } = "";

    public decimal Metric { get; init; }

    public decimal LimitValue { get; init; }

    public string? Conclusion { get; init; }

    public string Verdict => Precision.Verdict.Of(CaseState, Conclusion);
}

/// <summary>The items of cases that an account may count, and what came of problems that a theme missed.</summary>
public static class JudgedItems
{
    private static readonly string[] GivenBack = ["returned", "cancelled"];

    /// <summary>Within a part of the organisation, of cases closed since a day or still open. What was given back to the analyst was never judged.</summary>
    public static IQueryable<JudgedItem> Query(CaseDbContext db, CurrentAccount me, string orgPath, DateTime? closedSince) =>
        from item in db.Set<CaseItem>().AsNoTracking()
        join row in db.Set<AuditCase>() on item.CaseId equals row.Id
        join anomaly in db.Set<Anomaly>().SeenBy(me) on item.AnomalyId equals anomaly.Id
        where anomaly.OrgPath.StartsWith(orgPath) && !GivenBack.Contains(row.State) && (closedSince == null || row.ClosedAt == null || row.ClosedAt >= closedSince)
            && anomaly.ThemeCode != Clue.ThemeCode && !anomaly.ThemeCode.StartsWith(SamplePurpose.ThemePrefix) && anomaly.ThemeCode != SendToAudit.ThemeCode
        select new JudgedItem
        {
            ItemId = item.Id, CaseId = row.Id, CaseNumber = row.Number, CaseState = row.State, ClosedAt = row.ClosedAt, ThemeCode = anomaly.ThemeCode,
            Version = row.ThemeCode == anomaly.ThemeCode ? row.ThemeVersion : anomaly.ThemeVersion, Ym = anomaly.Ym, OrgNo = anomaly.OrgNo, OrgPath = anomaly.OrgPath,
            ObjKey = item.ObjKey, Metric = item.Metric, LimitValue = item.LimitValue, Conclusion = item.Conclusion,
        };

    /// <summary>The same items, counted by the database: one row for each theme, version, unit and conclusion.</summary>
    public static async Task<List<CountedItems>> CountAsync(IQueryable<JudgedItem> items, CancellationToken cancellation)
    {
        var groups = await items.GroupBy(item => new { item.ThemeCode, item.Version, item.OrgPath, item.CaseState, item.Conclusion })
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. groups.Select(group => new CountedItems(group.Key.ThemeCode, group.Key.Version, group.Key.OrgPath, Verdict.Of(group.Key.CaseState, group.Key.Conclusion), group.Count))];
    }

    /// <summary>Links of clues to themes with what the case of the clue came to.</summary>
    public static async Task<List<CountedMiss>> MissesAsync(CaseDbContext db, CurrentAccount me, string orgPath, CancellationToken cancellation)
    {
        var secrets = me.Has(Permissions.ClueSecret);
        var links = from miss in db.Set<ThemeMiss>().AsNoTracking()
                    where miss.OrgPath.StartsWith(orgPath) && miss.OrgPath.StartsWith(me.OrgPath) && (secrets || !miss.Secret)
                    join clue in db.Set<Clue>() on miss.ClueId equals clue.Id
                    join item in db.Set<CaseItem>() on clue.AnomalyId equals item.AnomalyId into items
                    from item in items.DefaultIfEmpty()
                    join row in db.Set<AuditCase>() on item.CaseId equals row.Id into cases
                    from row in cases.DefaultIfEmpty()
                    select new { miss.ClueId, miss.ThemeCode, miss.OrgPath, State = row == null ? null : row.State, Conclusion = item == null ? null : item.Conclusion };
        return [.. (await links.ToListAsync(cancellation)).GroupBy(link => (link.ClueId, link.ThemeCode)).Select(group => new CountedMiss(
            group.Key.ThemeCode, group.First().OrgPath, Judged(group.Select(link => Verdict.Of(link.State ?? "", link.Conclusion)))))];
    }

    /// <summary>A clue whose case was given back and opened again has two items: the one that was judged counts.</summary>
    private static string Judged(IEnumerable<string> verdicts)
    {
        var all = verdicts.ToList();
        return all.Contains(Verdict.Confirmed) ? Verdict.Confirmed : all.Contains(Verdict.Unfounded) ? Verdict.Unfounded : Verdict.Open;
    }
}
