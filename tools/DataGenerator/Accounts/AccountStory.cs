using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Accounts;

/// <summary>What sort of customer an account is.</summary>
public enum Archetype
{
    Any,
    Resident,
    Business,
    Irrigation,
    HighVoltageBusiness,
    Industry,
}

/// <summary>What a plan asks of its account before the normal data is made; null leaves it to chance.</summary>
public sealed record Wish(decimal? Capacity = null, Tariff? Price = null, string? DemandMode = null, decimal? Energy = null, DateOnly? Since = null)
{
    public static readonly Wish None = new();
}

/// <summary>
/// Everything the data says about one account. It is built whole, may be changed by a plan, and is then written and forgotten,
/// so that a city needs no more memory than a village.
/// </summary>
public sealed class AccountStory(int index, Archetype archetype, Wish wish, Station station, GeneratorOptions options)
{
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, int> counters = [];

    public int Index => index;

    public Archetype Archetype => archetype;

    public Wish Wish => wish;

    public Station Station => station;

    public GeneratorOptions Options => options;

    public Month Month { get; } = Month.Parse(options.Ym);

    public Random Random { get; } = new(unchecked((options.Seed * 1_000_003) + (index * 7919)));

    public string Number { get; } = $"37{index:00000000}";

    public string OrgNo => station.OrgNo;

    public Month FirstMonth => Month.Add(1 - options.Months);

    public IEnumerable<Row> Rows => rows;

    public Row Cons => The("cons");

    public Row Mp => The("mp");

    public Row Meter => The("meter");

    /// <summary>The normal bill of the audited month.</summary>
    public Row Bill => BillOf(Month);

    public decimal Capacity => Cons.Number("contract_cap");

    public IReadOnlyList<Row> Bills => All("bill");

    public Row The(string table) => rows.First(row => row.Table.Name == table);

    public IReadOnlyList<Row> All(string table) => [.. rows.Where(row => row.Table.Name == table)];

    public Row BillOf(Month month) => rows.First(row => row.Table.Name == "bill" && row.Text("ym") == month.Ym);

    /// <summary>The bills of the last <paramref name="months"/> months, the audited one included.</summary>
    public IEnumerable<Row> LastBills(int months) => Enumerable.Range(0, months).Select(back => BillOf(Month.Add(-back)));

    public Row Add(string table, params (string Column, object? Value)[] cells)
    {
        var row = new Row(MarketingModel.Current[table]).With(cells);
        rows.Add(row);
        return row;
    }

    public void Add(Row row) => rows.Add(row);

    public void Remove(Row row) => rows.Remove(row);

    public void RemoveAll(string table) => rows.RemoveAll(row => row.Table.Name == table);

    /// <summary>A number unique in its table: no account has a thousand rows in one.</summary>
    public long NextId(string table) => (index * 1000L) + (counters[table] = counters.GetValueOrDefault(table) + 1);

    public int Vary(int from, int to) => Random.Next(from, to + 1);
}
