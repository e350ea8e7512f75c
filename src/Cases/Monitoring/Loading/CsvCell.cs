namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// One cell of a CSV file that the product writes. Quoted where CSV asks for it; a text that a spreadsheet program would take for a formula gets an apostrophe
/// in front, because whoever opens the file must never run what somebody else has put into the data.
/// </summary>
public static class CsvCell
{
    public static string Of(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
