using System.Globalization;
using System.Text;
using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator;

/// <summary>Writes one CSV per table (RFC 4180, UTF-8, header line) and truth.csv.</summary>
public sealed class CsvFolder : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(false);

    private readonly Dictionary<string, StreamWriter> writers = [];
    private readonly StringBuilder line = new();

    public CsvFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in MarketingModel.Current.Tables)
        {
            var writer = Open(folder, table.Name);
            writer.Write(string.Join(',', table.Columns.Select(column => column.Name)) + "\r\n");
            writers[table.Name] = writer;
        }

        Truth = Open(folder, "truth");
        Truth.Write("theme_code,ym,org_no,obj_key,kind,note\r\n");
    }

    private StreamWriter Truth { get; }

    public long Rows { get; private set; }

    public void Write(Row row)
    {
        Rows++;
        line.Clear();
        for (var i = 0; i < row.Values.Count; i++)
        {
            line.Append(i == 0 ? "" : ",").Append(Cell(row.Values[i]));
        }

        writers[row.Table.Name].Write(line.Append("\r\n"));
    }

    public void Write(TruthRow row) =>
        Truth.Write($"{row.Theme},{row.Ym},{row.OrgNo},{Cell(row.ObjKey)},{(row.Planted ? "planted" : "near-miss")},{Cell(row.Note)}\r\n");

    public void Dispose()
    {
        Truth.Dispose();
        foreach (var writer in writers.Values)
        {
            writer.Dispose();
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        bool flag => flag ? "1" : "0",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"No CSV form for {value.GetType()}."),
    };

    private static StreamWriter Open(string folder, string name) => new(Path.Combine(folder, name + ".csv"), false, Utf8, 1 << 16);
}

/// <summary>What a rule must find (planted) or must leave alone (near miss).</summary>
public sealed record TruthRow(string Theme, string Ym, string OrgNo, string ObjKey, bool Planted, string Note);
