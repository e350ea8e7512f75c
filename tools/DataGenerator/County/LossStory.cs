using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>Thirteen months of losses of one feeder, area or dedicated line.</summary>
public sealed class LossStory
{
    private readonly List<Row> rows = [];
    private readonly Month month;

    public LossStory(string type, long id, Station station, GeneratorOptions options)
    {
        (Type, Id, Station, month) = (type, id, station, Month.Parse(options.Ym));
        var random = new Random(unchecked((options.Seed * 31) + (int)id + type[1]));
        for (var at = month.Add(1 - options.Months); at.Seq <= month.Seq; at = at.Next)
        {
            rows.Add(new Row(MarketingModel.Current["line_loss"]).With(("obj_type", type), ("obj_id", id), ("ym", at.Ym), ("org_no", station.OrgNo)));
            SetRate(at, Usual(type) + (random.Next(-40, 41) / 100m), type == "02" ? 100_000m : 900_000m);
        }
    }

    public string Type { get; }

    public long Id { get; }

    public Station Station { get; }

    public IEnumerable<Row> Rows => rows;

    /// <summary>The row of so many months before the audited one.</summary>
    public Row Back(int months) => rows[^(months + 1)];

    public void Remove(Row row) => rows.Remove(row);

    public void SetRate(int back, decimal rate) => SetRate(month.Add(-back), rate, Back(back).Number("supply_pq"));

    private void SetRate(Month at, decimal rate, decimal supply)
    {
        var loss = Math.Round(supply * rate / 100, 2);
        rows.First(row => row.Text("ym") == at.Ym).With(("supply_pq", supply), ("sale_pq", supply - loss), ("loss_pq", loss), ("loss_rate", rate), ("target_rate", Target(Type)),
            ("cover_rate", 99.5m), ("adj_pq", 0m));
    }

    private static decimal Usual(string type) => type switch { "01" => 3.0m, "02" => 4.0m, _ => 0.8m };

    private static decimal Target(string type) => type switch { "01" => 3.8m, "02" => 5.0m, _ => 1.0m };
}
