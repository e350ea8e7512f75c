using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>What the list shows and what a decision about "all of these" means: the same words for both.</summary>
public sealed record AnomalyFilter(string? State, string? Theme, string? Org, string? Ym, string? Level, string? Q);

/// <summary>
/// The rows of a filter but for the state, and how they are best asked for. Many rows are walked in the order that is shown: each order has an index that begins
/// with the state and holds all columns of the filter, so every question names one state, and no state means all of them, merged. Few rows (some units, some
/// accounts) are collected and sorted; there the state must not tempt the database into walking everybody's rows, hence it is compared as an expression.
/// </summary>
public sealed record MatchingAnomalies(IQueryable<Anomaly> Rows, bool Few, string? Level)
{
    /// <summary>In the queue the rows of a level lie side by side. In other orders the range would only tempt the database away from the order's own index.</summary>
    public IQueryable<Anomaly> InQueue(IQueryable<Anomaly> rows)
    {
        var (from, below) = RiskScore.QueueOf(Level ?? "");
        return string.IsNullOrEmpty(Level) ? rows : rows.Where(row => row.QueueKey >= from && row.QueueKey < below);
    }

    /// <summary>The order in which rows are counted up to a cap: what is walked is counted in the queue, what is collected as it comes.</summary>
    public IQueryable<Anomaly> ToCount(IQueryable<Anomaly> rows) => Few ? rows.OrderBy(row => 0) : InQueue(rows).OrderByDescending(row => row.QueueKey);

    public IEnumerable<IQueryable<Anomaly>> In(string? state) =>
        !Few ? (string.IsNullOrEmpty(state) ? AnomalyStates.All : [state]).Select(each => Rows.Where(row => row.State == each))
        : string.IsNullOrEmpty(state) ? [Rows]
        : [Rows.Where(row => row.State + "" == state)];
}

/// <summary>Anomalies by filter.</summary>
public static class AnomalyQuery
{
    private const int FewUnits = 60;
    private const int FewObjects = 2000;
    private const int SomeObjects = 30_000;

    /// <summary>The rows that the account may know of at all.</summary>
    public static IQueryable<Anomaly> SeenBy(this IQueryable<Anomaly> rows, CurrentAccount me)
    {
        var seen = rows.Where(row => row.OrgPath.StartsWith(me.OrgPath));
        return me.Has(Permissions.ClueSecret) ? seen : seen.Where(row => !row.Secret);
    }

    /// <summary>Everything but the state.</summary>
    public static async Task<MatchingAnomalies> MatchingAsync(AnomalyFilter filter, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var path = string.IsNullOrEmpty(filter.Org) ? me.OrgPath
            : await db.Set<OrgUnit>().Where(org => org.OrgNo == filter.Org).Select(org => org.OrgPath).FirstOrDefaultAsync(cancellation) ?? "?";
        var units = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(path)).Select(org => org.OrgNo).Take(FewUnits + 1).ToListAsync(cancellation);
        var few = units.Count is > 0 and <= FewUnits && path.Count(sign => sign == '/') >= 4;
        if (string.IsNullOrEmpty(filter.Q))
        {
            return new(Filtered(db.Set<Anomaly>(), few), few, filter.Level);
        }

        var named = Named(db, filter.Q);
        var ids = await named.OrderBy(row => row.ObjKey).Select(row => row.Id).Take(FewObjects + 1).ToListAsync(cancellation);
        return ids.Count <= FewObjects ? new(Filtered(db.Set<Anomaly>(), false).Where(row => ids.Contains(row.Id)), true, filter.Level)
            : await named.OrderBy(row => row.ObjKey).Select(row => row.ObjKey).Take(SomeObjects + 1).CountAsync(cancellation) <= SomeObjects ? new(Filtered(named, false), true, filter.Level)
            : new(Filtered(db.Set<Anomaly>(), few).Where(row => row.ObjKey.StartsWith(filter.Q)), few, filter.Level);

        // Where units are collected, the theme must not tempt the database into all rows of that theme; where objects are, neither must the units.
        IQueryable<Anomaly> Filtered(IQueryable<Anomaly> all, bool byUnit)
        {
            var rows = all.AsNoTracking().SeenBy(me);
            rows = path == me.OrgPath ? rows : rows.Where(row => row.OrgPath.StartsWith(path));
            rows = byUnit ? rows.Where(row => units.Contains(row.OrgNo)) : rows;
            rows = string.IsNullOrEmpty(filter.Theme) ? rows : byUnit ? rows.Where(row => row.ThemeCode + "" == filter.Theme) : rows.Where(row => row.ThemeCode == filter.Theme);
            rows = string.IsNullOrEmpty(filter.Ym) ? rows : rows.Where(row => row.Ym == filter.Ym);
            return string.IsNullOrEmpty(filter.Level) ? rows : rows.Where(row => row.Level == filter.Level);
        }
    }

    /// <summary>Objects whose key begins so. On the embedded database a prefix is a range, which its index serves.</summary>
    private static IQueryable<Anomaly> Named(CaseDbContext db, string prefix)
    {
        var beyond = prefix + '\uffff';
        return db.Database.IsSqlite()
            ? db.Set<Anomaly>().FromSql($"select * from anomaly where obj_key >= {prefix} and obj_key < {beyond}").AsNoTracking()
            : db.Set<Anomaly>().AsNoTracking().Where(row => row.ObjKey.StartsWith(prefix));
    }

    public static IReadOnlyList<string> StatesOf(AnomalyFilter filter) => string.IsNullOrEmpty(filter.State) ? AnomalyStates.All : [filter.State];
}

/// <summary>One of the orders of the list: the number it sorts by and where a page ended. A metric orders only within one theme; elsewhere it means nothing.</summary>
public sealed record AnomalyOrder(string Sort)
{
    public static AnomalyOrder Of(string? sort, string? theme) => new(sort switch
    {
        "stake" or "risk" or "newest" => sort,
        "metric" or "hits" when !string.IsNullOrEmpty(theme) => sort,
        _ => "queue",
    });

    /// <summary>
    /// The rows behind the end of a page, in this order. Where few rows are collected (<see cref="MatchingAnomalies.Few"/>), the index of the units holds no stake and no risk,
    /// but the queue's number, of which both are a part: so none of the rows themselves is read.
    /// </summary>
    public IQueryable<Anomaly> Apply(MatchingAnomalies matching, IQueryable<Anomaly> rows, string? after)
    {
        rows = Sort == "queue" ? matching.InQueue(rows) : rows;
        var parts = after?.Split('|') ?? [];
        var (on, whole, id) = parts.Length == 2 && long.TryParse(parts[0], CultureInfo.InvariantCulture, out var value) && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var last)
            ? (true, value, last) : (false, 0L, 0L);
        return Sort switch
        {
            "stake" when matching.Few => (on ? rows.Where(row => (row.QueueKey % RiskScore.LevelStep) / RiskScore.StakeStep < whole || ((row.QueueKey % RiskScore.LevelStep) / RiskScore.StakeStep == whole && row.Id < id)) : rows)
                .OrderByDescending(row => (row.QueueKey % RiskScore.LevelStep) / RiskScore.StakeStep).ThenByDescending(row => row.Id),
            "risk" when matching.Few => (on ? rows.Where(row => row.QueueKey % RiskScore.StakeStep < whole || (row.QueueKey % RiskScore.StakeStep == whole && row.Id < id)) : rows)
                .OrderByDescending(row => row.QueueKey % RiskScore.StakeStep).ThenByDescending(row => row.Id),
            "stake" => (on ? rows.Where(row => row.StakeFen < whole || (row.StakeFen == whole && row.Id < id)) : rows).OrderByDescending(row => row.StakeFen).ThenByDescending(row => row.Id),
            "risk" => (on ? rows.Where(row => row.Risk < whole || (row.Risk == whole && row.Id < id)) : rows).OrderByDescending(row => row.Risk).ThenByDescending(row => row.Id),
            "hits" => (on ? rows.Where(row => row.Hits < whole || (row.Hits == whole && row.Id < id)) : rows).OrderByDescending(row => row.Hits).ThenByDescending(row => row.Id),
            "metric" => (on ? rows.Where(row => row.MetricKey < whole || (row.MetricKey == whole && row.Id < id)) : rows).OrderByDescending(row => row.MetricKey).ThenByDescending(row => row.Id),
            "newest" => (on ? rows.Where(row => row.Id < id) : rows).OrderByDescending(row => row.Id),
            _ => (on ? rows.Where(row => row.QueueKey < whole || (row.QueueKey == whole && row.Id < id)) : rows).OrderByDescending(row => row.QueueKey).ThenByDescending(row => row.Id),
        };
    }

    /// <summary>The pages of several states as one.</summary>
    public IEnumerable<Anomaly> Merge(IEnumerable<Anomaly> rows) => rows.OrderByDescending(KeyOf).ThenByDescending(row => row.Id);

    public string Cursor(Anomaly last) => string.Create(CultureInfo.InvariantCulture, $"{KeyOf(last)}|{last.Id}");

    private long KeyOf(Anomaly row) => Sort switch
    {
        "stake" => row.StakeFen,
        "risk" => row.Risk,
        "hits" => row.Hits,
        "metric" => row.MetricKey,
        "newest" => row.Id,
        _ => row.QueueKey,
    };
}
