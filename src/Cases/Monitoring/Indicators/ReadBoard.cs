using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>GET /api/indicators?org=&amp;ym=: every indicator of a unit in a month, beside last month, the same month of last year and thirteen months as a line.</summary>
public static class ReadBoard
{
    private const int Shown = 13;

    /// <param name="Spark">A value for each of the board's months, null where there is none.</param>
    /// <param name="AlarmId">The alarm of this unit and month, if there is one.</param>
    public sealed record Line(string Code, int Version, string NameZh, string NameEn, string Specialty, string Kind, TwoLanguages Unit, int Decimals, string Better, decimal? Warn, decimal? Alarm,
        bool Snapshot, decimal? Value, string Level, decimal? Num, decimal? Den, long Rows, decimal? LastMonth, decimal? LastYear, IReadOnlyList<decimal?> Spark, long? AlarmId, string? AlarmState);

    public sealed record Board(string OrgNo, string OrgName, int OrgLevel, string Ym, IReadOnlyList<string> Months, IReadOnlyList<string> Available, DateTime? ComputedAt, long? BatchId, string? Source, DateOnly? Stamp, IReadOnlyList<Line> Lines);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/indicators", (string? org, string? ym, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, CancellationToken cancellation) =>
            ReadAsync(org, ym, db, library, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("indicators.board");

    internal static async Task<Board> ReadAsync(string? org, string? ym, CaseDbContext db, IndicatorLibrary library, CurrentAccount me, CancellationToken cancellation)
    {
        var (unit, month) = await IndicatorUnit.FindAsync(db, me, org, ym, cancellation);
        List<string> months = month.Length == 0 ? [] : [.. Backtest.MonthsBefore(month, Shown)];
        var facts = await db.Set<IndicatorFact>().AsNoTracking().Where(fact => fact.OrgNo == unit.OrgNo && months.Contains(fact.Ym)).ToListAsync(cancellation);
        var alarms = await db.Set<IndicatorAlarm>().AsNoTracking().Where(alarm => alarm.OrgNo == unit.OrgNo && alarm.Ym == month).ToDictionaryAsync(alarm => alarm.Code, cancellation);
        var available = await db.Set<IndicatorFact>().AsNoTracking().Where(fact => fact.OrgNo == unit.OrgNo).Select(fact => fact.Ym).Distinct().OrderByDescending(each => each).ToListAsync(cancellation);
        var byCode = facts.ToLookup(fact => fact.Code);
        var newest = facts.Where(fact => fact.Ym == month).MaxBy(fact => fact.ComputedAt);
        var load = newest is null ? null : await db.Set<ImportBatch>().AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == newest.BatchId, cancellation);
        return new Board(unit.OrgNo, unit.Name, unit.Level, month, months, available, newest?.ComputedAt, newest?.BatchId, load?.Source, load?.Stamp,
            [.. library.Current.Select(indicator => LineOf(indicator, byCode[indicator.Code].ToDictionary(fact => fact.Ym), months, alarms.GetValueOrDefault(indicator.Code)))]);
    }

    private static Line LineOf(Indicator indicator, Dictionary<string, IndicatorFact> facts, List<string> months, IndicatorAlarm? alarm)
    {
        var now = months.Count == 0 ? null : facts.GetValueOrDefault(months[^1]);
        return new Line(indicator.Code, indicator.Version, indicator.NameZh, indicator.NameEn, indicator.Specialty, indicator.Kind, indicator.Unit, indicator.Decimals, indicator.Better,
            indicator.Warn, indicator.Alarm, indicator.Snapshot, now?.Value, now?.Level ?? IndicatorLevels.None, now?.Num, now?.Den, now?.Rows ?? 0,
            months.Count < 2 ? null : ValueOf(months[^2]), months.Count < Shown ? null : ValueOf(months[0]), [.. months.Select(ValueOf)], alarm?.Id, alarm?.State);

        decimal? ValueOf(string ym) => facts.GetValueOrDefault(ym)?.Value;
    }
}
