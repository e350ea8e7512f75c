using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Workbench;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>Which population is asked for: by a rule over a load of marketing data, of one theme's anomalies, or of the orders closed in the month.</summary>
public sealed record Wanted(SamplePurpose Purpose, string Ym, string OrgPath, string RuleSql, string ThemeCode, ImportBatch? Load);

/// <summary>A population and the load it was read from.</summary>
public sealed record FoundPopulation(IReadOnlyList<Member> Members, long? BatchId);

/// <summary>Reads populations. A rule goes through the same compiler and behind the same walls as a screening rule; only objects below the wanted unit count.</summary>
public sealed class Populations(IDbContextFactory<CaseDbContext> contexts, DataSources sources, TimeProvider time)
{
    private const decimal HighVoltage = 1m;

    /// <summary>Null without data of that month. A rule that is wrong throws <see cref="Monitoring.Rules.RuleException"/>.</summary>
    public Task<FoundPopulation?> ReadAsync(Wanted wanted, CurrentAccount me, CancellationToken cancellation) => wanted.Purpose.Source switch
    {
        PopulationSource.Rule => ByRuleAsync(wanted, cancellation),
        PopulationSource.Anomalies => OfAnomaliesAsync(wanted, me, cancellation),
        _ => OfOrdersAsync(wanted, cancellation),
    };

    /// <summary>The rule as a theme, because it has a theme's shape.</summary>
    public static Theme AsTheme(string sql) => new()
    {
        Code = "CY", Version = 1, NameZh = "", NameEn = "", Specialty = "", Level = "3", Frequency = "月", PurposeZh = "", PurposeEn = "", Calibre = "", Basis = "", Rule = sql.Split('\n'),
    };

    private async Task<FoundPopulation?> ByRuleAsync(Wanted wanted, CancellationToken cancellation)
    {
        if (wanted.Load is not { } batch || string.CompareOrdinal(wanted.Ym, batch.Ym) > 0)
        {
            return null;
        }

        using var connection = await Task.Run(() => sources.TryOpen(batch), cancellation);
        if (connection is null)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var paths = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
        var standard = ThemeLibrary.Standard(wanted.Ym, batch.Stamp ?? DateOnly.FromDateTime(batch.StartedAt));
        var found = await Task.Run(() => RuleRun.Find(connection, AsTheme(wanted.RuleSql), standard, cancellation), cancellation);
        return new([.. found.Where(row => paths.GetValueOrDefault(row.OrgNo, "").StartsWith(wanted.OrgPath, StringComparison.Ordinal))
            .Select(row => new Member(row.ObjKey, row.OrgNo, wanted.Purpose.Specialty, row.LimitValue >= HighVoltage ? "high" : "low", row.Metric))], batch.Id);
    }

    private async Task<FoundPopulation?> OfAnomaliesAsync(Wanted wanted, CurrentAccount me, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.Set<Anomaly>().AsNoTracking().SeenBy(me)
            .Where(row => row.ThemeCode == wanted.ThemeCode && row.Ym == wanted.Ym && row.OrgPath.StartsWith(wanted.OrgPath) && row.TaskId == null && row.WhiteId == null && !row.Secret)
            .Where(row => row.State == AnomalyStates.New || row.State == AnomalyStates.ToHandle || row.State == AnomalyStates.Reanalyse)
            .Select(row => new Member(row.ObjKey, row.OrgNo, row.Specialty, "", row.Metric)).Take(SampleRules.MostMembers + 1).ToListAsync(cancellation);
        return new(rows, null);
    }

    private async Task<FoundPopulation?> OfOrdersAsync(Wanted wanted, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new(await ClosedOrders.ReadAsync(db, wanted.Ym, wanted.OrgPath, time.GetUtcNow().UtcDateTime, cancellation), null);
    }
}
