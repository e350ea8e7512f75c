using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Money at stake of objects: the normal bill of the month in fen, for a meter that of its account; nothing where the object has no bill. Asked by key for new
/// findings only, before anything is stored, so that a connection that breaks leaves nothing half.
/// </summary>
public sealed class StakeLookup
{
    private const int KeysPerQuestion = 100;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string Holes = string.Join(", ", Enumerable.Range(0, KeysPerQuestion).Select(hole => $"@k{hole}"));
    private static readonly string OfAccounts = $"select cons_no, sum(total_amt) from bill where ym = @ym and amt_type = '01' and cons_no in ({Holes}) group by cons_no";
    private static readonly string OfMeters = $"""
        select m.asset_no, sum(b.total_amt) from meter m join bill b on b.cons_no = m.cons_no
        where b.ym = @ym and b.amt_type = '01' and m.asset_no in ({Holes}) group by m.asset_no
        """;

    private readonly IRuleSource source;
    private readonly string ym;
    private readonly HashSet<string> loaded;

    public StakeLookup(IRuleSource source, string ym)
    {
        (this.source, this.ym) = (source, ym);
        loaded = Loaded();
    }

    /// <summary>Fen by object; objects without a bill are left out.</summary>
    public IReadOnlyDictionary<string, long> FenOf(IEnumerable<string> objKeys, CancellationToken stop)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var chunk in objKeys.Chunk(KeysPerQuestion))
        {
            Add(found, OfAccounts, chunk, stop);
            if (chunk.Where(key => !found.ContainsKey(key)).ToArray() is { Length: > 0 } rest)
            {
                Add(found, OfMeters, rest, stop);
            }
        }

        return found;
    }

    /// <summary>Whether the load has the month of any station of this place; without it nothing there may clear itself.</summary>
    public bool HasUnit(string orgPath, IReadOnlyDictionary<string, string> orgPaths) =>
        loaded.Any(org => orgPaths.GetValueOrDefault(org, "").StartsWith(orgPath, StringComparison.Ordinal));

    private void Add(Dictionary<string, long> found, string sql, string[] keys, CancellationToken stop)
    {
        var values = Enumerable.Range(0, KeysPerQuestion).Select(hole => (string.Create(CultureInfo.InvariantCulture, $"k{hole}"), (object)keys[Math.Min(hole, keys.Length - 1)]));
        using var reader = source.Ask(sql, Limit, stop, [.. values, ("ym", ym)]);
        while (reader.Read())
        {
            found[reader.GetString(0)] = Math.Max(0, (long)(MarketingValue.Number(reader, 1, 2) * 100m));
        }
    }

    private HashSet<string> Loaded()
    {
        using var reader = source.Ask("select distinct org_no from bill where ym = @ym", Limit, default, ("ym", ym));
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            _ = reader.IsDBNull(0) || found.Add(reader.GetString(0));
        }

        return found;
    }
}
