using System.Text;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>A table as CSV that a spreadsheet opens with two clicks: UTF-8 with its mark, quoted where needed, and nothing in it is taken for a formula.</summary>
public static class CsvText
{
    private const string Formulas = "=+-@\t\r";

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A number below zero is no formula; any other text that begins like one gets an apostrophe in front.</summary>
    private static string Cell(string value)
    {
        var harmless = value.Length == 0 || !Formulas.Contains(value[0], StringComparison.Ordinal)
            || decimal.TryParse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out _);
        var safe = harmless ? value : "'" + value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
