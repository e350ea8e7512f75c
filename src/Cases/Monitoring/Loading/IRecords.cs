namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>The rows of a delivered table, the header first: of a text file (<see cref="CsvRecords"/>) or of a spreadsheet (<see cref="XlsxRecords"/>).</summary>
public interface IRecords
{
    /// <summary>Line of the file, or row of the sheet, on which the present record begins; the header is line 1.</summary>
    long Line { get; }

    int Count { get; }

    long BytesRead { get; }

    /// <summary>A cell as UTF-8; it lives until the next record.</summary>
    ReadOnlySpan<byte> this[int index] { get; }

    /// <summary>Goes to the next record. After a <see cref="RecordException"/> it can be called again and goes on behind the broken one.</summary>
    bool Read();
}

/// <summary>One record cannot be read: a quote that never closes, a line of megabytes, a number that a spreadsheet has cut.</summary>
/// <param name="cell">Index of the cell, or -1 for the whole record.</param>
public sealed class RecordException(long line, string code, int cell = -1, string shown = "") : Exception(code)
{
    public string Code { get; } = code;

    public long Line => line;

    public int Cell => cell;

    public string Shown => shown;
}
