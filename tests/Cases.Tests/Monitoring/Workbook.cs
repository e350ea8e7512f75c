using System.IO.Compression;
using System.Text;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Writes spreadsheet files by hand, also such as no program would write.</summary>
public static class Workbook
{
    public const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    /// <summary>A workbook whose sheet holds these rows; cell style 1 is a date, 2 an own date format.</summary>
    public static void Write(string path, string rows, string shared = "", string sheetHead = "", string date1904 = "0")
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(archive, "xl/workbook.xml", $"""
            <workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="{date1904}"/>
            <sheets><sheet name="old" state="hidden" sheetId="1" r:id="rId9"/><sheet name="data" sheetId="2" r:id="rId1"/></sheets></workbook>
            """);
        Part(archive, "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>
            """);
        Part(archive, "xl/styles.xml", $"""
            <styleSheet {Main}><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>
            """);
        if (shared.Length > 0)
        {
            Part(archive, "xl/sharedStrings.xml", $"<sst {Main}>{shared}</sst>");
        }

        Part(archive, "xl/worksheets/sheet1.xml", $"{sheetHead}<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");
    }

    /// <summary>A CSV file as a sheet of inline texts.</summary>
    public static void FromCsv(string csv, string path) => Write(path, string.Concat(File.ReadLines(csv).Select((line, at) =>
        $"<row r=\"{at + 1}\">{string.Concat(line.Split(',').Select(cell => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"))}</row>")));

    public static void Part(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text);
    }
}
