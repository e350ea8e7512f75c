using System.Globalization;
using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Whether a load has a county at all in the tables that a rule reads. Where the rows of one county did not come, a rule finds nothing there, and that must not clear
/// what it found before. Each question ends at the first row, so it costs something only where the rows are missing.
/// </summary>
public sealed class UnitPresence(IRuleSource source, string ym, IReadOnlyDictionary<string, string> orgPaths)
{
    private const int CountyDepth = 3;
    private const int MostOrgs = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>Tables in which every county has rows of every month, and the day of a row. The others may have none of a month where nothing happened.</summary>
    private static readonly Dictionary<string, string> Monthly = new(StringComparer.Ordinal) { ["coll_day"] = "data_date", ["mr_read"] = "mr_date", ["payment"] = "pay_time" };

    private readonly Dictionary<(string Table, string County), bool> known = [];

    /// <summary>Whether the county of this place is in each of the tables; those that belong to no unit are in every load alike.</summary>
    public bool Has(string orgPath, IEnumerable<MarketingTable> tables, CancellationToken stop) =>
        CountyOf(orgPath) is var county && tables.Where(table => table.Name != "org" && OrgOf(table) is not null).All(table => Has(table, county, stop));

    private bool Has(MarketingTable table, string county, CancellationToken stop) =>
        known.TryGetValue((table.Name, county), out var there) ? there : known[(table.Name, county)] = Ask(table, county, stop);

    private bool Ask(MarketingTable table, string county, CancellationToken stop)
    {
        var orgs = orgPaths.Where(org => org.Value.StartsWith(county, StringComparison.Ordinal)).Select(org => org.Key).Take(MostOrgs).ToList();
        if (orgs.Count == 0)
        {
            return false;
        }

        var holes = string.Join(", ", orgs.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"@o{at}")));
        var join = table.Find("org_no") is null ? "join cons c on c.cons_no = x.cons_no " : "";
        var since = Monthly.TryGetValue(table.Name, out var day) ? $" and x.{day} >= @since" : "";
        IEnumerable<(string, object)> values = orgs.Select((org, at) => (string.Create(CultureInfo.InvariantCulture, $"o{at}"), (object)org));
        var first = DateOnly.ParseExact(ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture);
        using var reader = source.Ask(
            source.Dialect.First(1, OrgOf(table)!, $"from {table.Name} x {join}where {OrgOf(table)} in ({holes}){since}"), Limit, stop, [.. values, .. day is null ? [] : new[] { ("since", (object)first) }]);
        return reader.Read();
    }

    private static string? OrgOf(MarketingTable table) => table.Find("org_no") is not null ? "x.org_no" : table.Find("cons_no") is not null ? "c.org_no" : null;

    private static string CountyOf(string orgPath)
    {
        var parts = orgPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return $"/{string.Join('/', parts.Take(CountyDepth))}/";
    }
}
