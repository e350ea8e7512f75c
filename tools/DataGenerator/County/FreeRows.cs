using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>Where plans outside accounts and grid write their rows; its numbers lie above those of the normal data.</summary>
public sealed class FreeRows(GeneratorOptions options, Station station, int number)
{
    private readonly List<Row> rows = [];

    public Month Month { get; } = Month.Parse(options.Ym);

    public DateOnly Today => options.Today;

    public Station Station => station;

    public IEnumerable<Row> Rows => rows;

    /// <summary>The unit that the truth names; a plan with a unit of its own sets it.</summary>
    public string OrgNo { get; set; } = station.OrgNo;

    /// <summary>A number nobody else uses.</summary>
    public long Id { get; } = 900_000_000_000L + (number * 100L);

    public Row Add(string table, params (string Column, object? Value)[] cells)
    {
        var row = new Row(MarketingModel.Current[table]).With(cells);
        rows.Add(row);
        return row;
    }

    public void Add(Row row) => rows.Add(row);

    public DateTime At(int day, int hour, int minute = 0, int second = 0) => Month.Day(day).ToDateTime(new TimeOnly(hour, minute, second));
}
