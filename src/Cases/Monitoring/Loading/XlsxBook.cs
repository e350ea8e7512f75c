using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// The parts of a spreadsheet file that a table needs: its first visible sheet, the shared texts, and which cell styles are dates. Macros, links and formulas are
/// never looked at; external entities do not exist; every part is counted while it unpacks.
/// </summary>
public sealed class XlsxBook : IDisposable
{
    private const long MostTexts = 128L << 20;
    private const long MostPacked = 256L << 20;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly ZipArchive archive;
    private readonly long allowed;

    public XlsxBook(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > MostPacked)
        {
            throw new RecordException(1, "xlsx-too-large", shown: $"{MostPacked >> 20}");
        }

        allowed = BoundedStream.Allowed(length);
        archive = ZipFile.OpenRead(path);
    }

    /// <summary>Days are counted from 1904 instead of 1900.</summary>
    public bool From1904 { get; private set; }

    public void Dispose() => archive.Dispose();

    public XmlReader Sheet()
    {
        string? relation = null;
        using (var book = Part("xl/workbook.xml", allowed))
        {
            while (book.Read())
            {
                From1904 |= IsElement(book, "workbookPr") && book.GetAttribute("date1904") is "1" or "true";
                relation ??= IsElement(book, "sheet") && book.GetAttribute("state") is null or "visible" ? book.GetAttribute("id", Relations) : null;
            }
        }

        return Part(Target(relation ?? throw new InvalidDataException("no visible sheet")), allowed);
    }

    /// <summary>The texts that cells point to, each as UTF-8. Marks of pronunciation are left out.</summary>
    public IReadOnlyList<byte[]> Texts()
    {
        var texts = new List<byte[]>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null)
        {
            return texts;
        }

        using var reader = Part("xl/sharedStrings.xml", Math.Min(allowed, MostTexts));
        var (text, spoken) = (new StringBuilder(), false);
        while (reader.Read())
        {
            spoken = reader.LocalName == "rPh" ? reader.NodeType == XmlNodeType.Element : spoken;
            if (!spoken && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace && reader.Depth > 2)
            {
                text.Append(reader.Value);
            }
            else if (reader.LocalName == "si" && (reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement))
            {
                texts.Add(Encoding.UTF8.GetBytes(text.ToString()));
                text.Clear();
            }
        }

        return texts;
    }

    /// <summary>For each cell style whether it shows a date.</summary>
    public IReadOnlyList<bool> DateStyles()
    {
        var (custom, dates, cells) = (new HashSet<int>(), new List<bool>(), false);
        if (archive.GetEntry("xl/styles.xml") is null)
        {
            return dates;
        }

        using var reader = Part("xl/styles.xml", allowed);
        while (reader.Read())
        {
            cells = reader.LocalName == "cellXfs" ? reader.NodeType == XmlNodeType.Element : cells;
            if (IsElement(reader, "numFmt") && IsDateFormat(reader.GetAttribute("formatCode") ?? ""))
            {
                custom.Add(Number(reader, "numFmtId"));
            }
            else if (cells && IsElement(reader, "xf"))
            {
                var format = Number(reader, "numFmtId");
                dates.Add(format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) || custom.Contains(format));
            }
        }

        return dates;
    }

    /// <summary>A format that shows a year, month, day, hour or second outside of quotes and brackets. Pure.</summary>
    public static bool IsDateFormat(string code)
    {
        var (quoted, bracket) = (false, false);
        for (var at = 0; at < code.Length; at++)
        {
            var letter = code[at];
            quoted ^= letter == '"';
            bracket = !quoted && (letter == '[' || (bracket && letter != ']'));
            at += letter is '\\' or '_' or '*' ? 1 : 0;
            if (!quoted && !bracket && letter is 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsElement(XmlReader reader, string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private string Target(string relation)
    {
        using var reader = Part("xl/_rels/workbook.xml.rels", allowed);
        while (reader.Read())
        {
            if (IsElement(reader, "Relationship") && reader.GetAttribute("Id") == relation && reader.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        throw new InvalidDataException("the sheet is not there");
    }

    private XmlReader Part(string name, long limit)
    {
        var entry = archive.GetEntry(name) ?? throw new InvalidDataException($"{name} is not there");
        return XmlReader.Create(new BoundedStream(entry.Open(), limit, () => throw new RecordException(1, "archive-bomb")), Settings);
    }
}
