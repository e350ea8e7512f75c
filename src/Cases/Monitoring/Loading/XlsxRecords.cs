using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Reads the rows of a sheet as a stream. Cells left out are empty, rows without any content are no records; numbers come as they were typed, dates by their style;
/// of a formula its stored result counts. What the program has lost already (digits, a result) is refused instead of guessed.
/// </summary>
public sealed class XlsxRecords : IRecords, IDisposable
{
    private const int MostColumns = 512;
    private const int MostCharacters = 32_767;
    private readonly XlsxBook book;
    private readonly XmlReader reader;
    private readonly IReadOnlyList<byte[]> texts;
    private readonly IReadOnlyList<bool> dates;
    private readonly ArrayBufferWriter<byte> row = new(4096);
    private readonly List<(int Start, int Length)> cells = [];
    private readonly char[] text = new char[MostCharacters + 1];
    private bool over;
    private int width;

    private XlsxRecords(XlsxBook book)
    {
        this.book = book;
        (texts, dates, reader) = (book.Texts(), book.DateStyles(), book.Sheet());
    }

    public long Line { get; private set; }

    /// <summary>As wide as the header: empty cells at the end are not in the file.</summary>
    public int Count => Math.Max(width, cells.Count);

    /// <summary>Not known of a packed sheet.</summary>
    public long BytesRead => 0;

    public ReadOnlySpan<byte> this[int index] => index < cells.Count ? row.WrittenSpan.Slice(cells[index].Start, cells[index].Length) : [];

    public static XlsxRecords Open(string path)
    {
        XlsxBook? book = null;
        try
        {
            book = new XlsxBook(path);
            return new XlsxRecords(book);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or RecordException)
        {
            book?.Dispose();
            throw broken as RecordException ?? new RecordException(1, "xlsx-broken");
        }
    }

    public bool Read()
    {
        try
        {
            while (!over && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row" && ReadRow())
                {
                    width = width == 0 ? cells.Count : width;
                    return true;
                }
            }

            return false;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException || (broken as RecordException)?.Code == "archive-bomb")
        {
            over = true;
            throw new RecordException(Line + 1, (broken as RecordException)?.Code ?? "xlsx-torn");
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        book.Dispose();
    }

    /// <summary>Reads the cells of a row; false if all of them are empty.</summary>
    private bool ReadRow()
    {
        Line = long.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Line + 1;
        row.ResetWrittenCount();
        cells.Clear();
        for (var more = !reader.IsEmptyElement && reader.Read(); more && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"); more = reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
            {
                ReadCell();
            }
        }

        while (cells.Count > 0 && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return cells.Count > 0;
    }

    private void ReadCell()
    {
        var index = reader.GetAttribute("r") is { } place ? ColumnOf(place) : cells.Count;
        if (index < cells.Count || index >= MostColumns)
        {
            throw new RecordException(Line, "xlsx-columns");
        }

        while (cells.Count < index)
        {
            cells.Add((row.WrittenCount, 0));
        }

        var (type, style, start) = (reader.GetAttribute("t"), reader.GetAttribute("s"), row.WrittenCount);
        Write(type, style, text.AsSpan(0, reader.IsEmptyElement ? 0 : ReadText(index)), index);
        cells.Add((start, row.WrittenCount - start));
    }

    /// <summary>Everything in the value or the inline text of the cell; the formula beside it is passed over.</summary>
    private int ReadText(int index)
    {
        var (length, passed) = (0, false);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c"))
        {
            passed = reader.LocalName is "f" or "rPh" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement ? reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement : passed;
            if (passed || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
            {
                continue;
            }

            for (int read; (read = reader.ReadValueChunk(text, length, text.Length - length)) > 0;)
            {
                length += read;
                if (length == text.Length)
                {
                    throw new RecordException(Line, "cell-too-large", index, new string(text, 0, 60));
                }
            }
        }

        return length;
    }

    private void Write(string? type, string? style, ReadOnlySpan<char> value, int index)
    {
        if (value.IsEmpty)
        {
            return;
        }

        switch (type)
        {
            case "s":
                row.Write(int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : throw new RecordException(Line, "xlsx-torn", index));
                break;
            case "e":
                throw new RecordException(Line, "excel-error", index, value.ToString());
            case null or "n":
                WriteNumber(value, IsDate(style), index);
                break;
            default:
                Encoding.UTF8.GetBytes(value, row);
                break;
        }
    }

    private bool IsDate(string? style) => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < dates.Count && dates[at];

    /// <summary>Spreadsheets keep fifteen digits. A longer number, an account number say, has lost its last ones.</summary>
    private void WriteNumber(ReadOnlySpan<char> value, bool date, int index)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15)
        {
            throw new RecordException(Line, "excel-digits", index, value.ToString());
        }

        var shown = date ? XlsxDate.Text(number, book.From1904) : Math.Abs(number) < 1e-20 ? "0" : ((decimal)number).ToString("0.##############################", CultureInfo.InvariantCulture);
        Encoding.UTF8.GetBytes(shown ?? throw new RecordException(Line, "bad-date", index, value.ToString()), row);
    }

    /// <summary>A is 0, AA is 26; a wrong place counts as beyond the last column.</summary>
    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + letter - 'A' + 1;
        }

        return column == 0 ? MostColumns : column - 1;
    }
}
