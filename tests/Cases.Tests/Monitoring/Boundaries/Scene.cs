using System.Globalization;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;
using CaseMgmt.DataGenerator.County;
using Microsoft.Data.Sqlite;
using CountyCalendar = CaseMgmt.DataGenerator.County.Calendar;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>A few rows in a county that holds nothing but its calendar, its prices and its limits; whatever a row does not say is as in a quiet account "1".</summary>
public sealed class Scene(string ym)
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly IndicatorLibrary Indicators = IndicatorLibrary.Shipped();
    private readonly List<Row> rows = [];
    private long next = 1000;

    public Month Month { get; } = Month.Parse(ym);

    public DateOnly Today { get; set; } = Month.Parse(ym).Next.First.AddDays(9);

    public Row Add(string table, params (string Column, object? Value)[] cells)
    {
        var row = Usual(table).With(cells);
        rows.Add(row);
        return row;
    }

    /// <summary>Object keys that the theme finds, in order.</summary>
    public string Find(string theme) => Find(ThemeLibrary.Shipped().Find(theme)!);

    public string Find(Theme theme) => Read(connection =>
        string.Join(' ', RuleRun.Find(connection, theme, ThemeLibrary.Standard(ym, Today), default).Select(finding => finding.ObjKey)));

    /// <summary>Numerator and denominator of an indicator in the scene's only unit, "3/4"; empty where there is nothing to count.</summary>
    public string Count(string indicator) => Read(connection => string.Join(' ', IndicatorQuery.Sums(connection, Indicators.Find(indicator)!, ThemeLibrary.Standard(ym, Today), default)
        .Values.Select(sums => string.Create(CultureInfo.InvariantCulture, $"{sums.Num:0.######}/{sums.Den:0.######}"))));

    private string Read(Func<RuleConnection, string> read)
    {
        var file = Path.Combine(Path.GetTempPath(), $"scene-{Guid.NewGuid():n}.db");
        File.Copy(Template.Value, file);
        try
        {
            Write(file);
            using var connection = new RuleConnection(file, TimeProvider.System);
            return read(connection);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private Row Usual(string table)
    {
        var row = new Row(MarketingModel.Current[table]);
        (string Column, object? Value)[] usual =
        [
            ("cons_no", "1"), ("org_no", "37030601"), ("ym", ym), ("status", table switch { "mp" => "02", "contract" or "biz_app" => "2", "meter" => "012", _ => "0" }), ("cons_type", "01"), ("elec_type", "100"),
            ("trade_code", "1310"), ("contract_cap", 1000m), ("run_cap", 1000m), ("bill_cap", 1000m), ("volt_code", "AC00101"), ("tmp_flag", "03"), ("poweron_date", new DateOnly(2015, 3, 2)),
            ("amt_type", "01"), ("prc_code", "DG01"), ("two_part", true), ("tou_flag", true), ("ba_mode", "1"), ("pf_std", "3"), ("meas_mode", "1"), ("usage_type", "01"), ("pq", 100_000m),
            ("succ", true), ("rate", 1m), ("rd_type", "11"), ("mr_status", "02"), ("pub_priv", "02"), ("ms_flag", "01"), ("run_status", "01"), ("sus_type", "203"), ("reversed", false),
        ];
        foreach (var (column, value) in usual.Where(cell => row.Table.Find(cell.Column) is not null))
        {
            row[column] = value;
        }

        foreach (var key in row.Table.PrimaryKey.Where(key => row.Table.Find(key)!.Kind == ColumnKind.Integer && row[key] is null))
        {
            row[key] = ++next;
        }

        return row;
    }

    private void Write(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var row in rows)
        {
            using var command = new SqliteCommand($"insert into {row.Table.Name} values ({string.Join(",", row.Table.Columns.Select(column => "@" + column.Name))})", connection);
            foreach (var column in row.Table.Columns)
            {
                command.Parameters.AddWithValue("@" + column.Name, Stored(column, row[column.Name]));
            }

            command.ExecuteNonQuery();
        }
    }

    /// <summary>As the import stores it: decimals scaled to whole numbers, days and times as texts.</summary>
    private static object Stored(MarketingColumn column, object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? 1 : 0,
        _ when column.Kind == ColumnKind.Decimal => (long)(Convert.ToDecimal(value, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, column.Scale)),
        _ => value,
    };

    private static string MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("scene-template").FullName;
        using (var csv = new CsvFolder(folder))
        {
            var (first, last) = (new Month(2015, 1), new Month(2027, 1));
            foreach (var row in CountyCalendar.Months(first, last).Concat(CountyCalendar.Days(first, last)).Concat(Tariffs.Rows()).Concat(Services.Limits()).Append(Organisation()))
            {
                csv.Write(row);
            }
        }

        var file = Path.Combine(folder, "template.db");
        new MarketingBuild(file, new LoadReport(TextWriter.Null)).Run(Delivery.Inspect(folder).Files, new Progress<LoadProgress>(), default);
        return file;
    }

    private static Row Organisation() => new Row(MarketingModel.Current["org"]).With(("org_no", "37030601"), ("org_name", "城关供电所"), ("org_level", 4), ("org_path", "/37/3703/370306/37030601/"));
}

/// <summary>One case at the edge of a rule: what is told, and which objects the theme must find, separated by blanks.</summary>
public sealed record Story(string Theme, string Told, string Ym, string Found, Action<Scene> Set)
{
    public override string ToString() => $"{Theme} {Ym}: {Told}";

    public void IsTold()
    {
        var scene = new Scene(Ym);
        Set(scene);
        Assert.Equal(Found, scene.Find(Theme));
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
