using System.Text;
using CaseMgmt.Cases.Monitoring.Loading;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A sheet reads like the table that somebody sees in it; what the file has lost or hides is named.</summary>
public sealed class XlsxRecordsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("xlsx").FullName;

    private string Book => Path.Combine(folder, "tariff.xlsx");

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Sheet_SharedRichInlineAndFormulaTexts_ReadAsShown()
    {
        Workbook.Write(Book, """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>一</t></r><r><t> 二</t></r></is></c><c r="C1" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="D1" t="b"><v>1</v></c></row>
            <row r="2"/><row r="3"><c r="A3" s="5"/></row>
            <row r="7"><c r="B7" t="inlineStr"><is><t>=1+1</t></is></c></row>
            """, "<si><r><t>示范</t></r><r><t>县</t></r><rPh><t>shi</t></rPh></si>");
        Assert.Equal(["1: 示范县|一 二|xy|1", "7: |=1+1||"], Read());
    }

    [Fact]
    public void Sheet_NumbersAndDates_ReadAsTypedWithoutFloatingTails()
    {
        Workbook.Write(Book, """
            <row r="1"><c r="A1"><v>0.54691199999999995</v></c><c r="B1"><v>1E-3</v></c><c r="C1"><v>123456789012345</v></c><c r="D1" s="1"><v>46173</v></c><c r="E1" s="2"><v>46173.5</v></c></row>
            """);
        Assert.Equal(["1: 0.546912|0.001|123456789012345|2026-05-31 00:00:00|2026-05-31 12:00:00"], Read());
    }

    [Theory]
    [InlineData("0", 1, "1900-01-01 00:00:00")]
    [InlineData("0", 61, "1900-03-01 00:00:00")]
    [InlineData("1", 0, "1904-01-01 00:00:00")]
    [InlineData("1", 44711, "2026-05-31 00:00:00")]
    public void Date_OfBothCalendars_IsTheDayShown(string from1904, double serial, string shown) => Assert.Equal(shown, XlsxDate.Text(serial, from1904 == "1"));

    [Theory]
    [InlineData("yyyy-mm-dd", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("0.00_ ", false)]
    [InlineData("#,##0\"days\"", false)]
    [InlineData("[Red]0.00", false)]
    public void Format_ThatShowsTime_IsADate(string code, bool date) => Assert.Equal(date, XlsxBook.IsDateFormat(code));

    [Theory]
    [InlineData("<c r=\"A2\"><v>3706010000000000123</v></c>", "excel-digits")]
    [InlineData("<c r=\"A2\" t=\"e\"><v>#REF!</v></c>", "excel-error")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>7</v></c>", "xlsx-torn")]
    [InlineData("<c r=\"XFD2\"><v>1</v></c>", "xlsx-columns")]
    [InlineData("<c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c>", "xlsx-columns")]
    public void Cell_ThatCannotBeTrusted_CostsItsRowOnly(string cell, string code)
    {
        Workbook.Write(Book, $"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\">{cell}</row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>");
        Assert.Equal(["1: 1", $"2: {code}", "3: 3"], Read());
    }

    [Fact]
    public void Sheet_WithAnExternalEntity_IsTorn()
    {
        Workbook.Write(Book, "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>", sheetHead: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
        Assert.Equal(["1: xlsx-torn"], Read());
    }

    [Fact]
    public void Sheet_ThatUnpacksToFarMoreThanItIs_IsStopped()
    {
        Workbook.Write(Book, $"<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>{new string(' ', 70 << 20)}");
        Assert.Equal(["1: 1", "2: archive-bomb"], Read());
    }

    [Fact]
    public void File_ThatIsNoWorkbook_SaysSo()
    {
        File.WriteAllText(Book, "cons_no,cons_name");
        Assert.Equal("xlsx-broken", Assert.Throws<RecordException>(() => XlsxRecords.Open(Book)).Code);
    }

    private List<string> Read()
    {
        using var sheet = XlsxRecords.Open(Book);
        var lines = new List<string>();
        while (true)
        {
            try
            {
                if (!sheet.Read())
                {
                    return lines;
                }

                lines.Add($"{sheet.Line}: {string.Join('|', Enumerable.Range(0, sheet.Count).Select(cell => Encoding.UTF8.GetString(sheet[cell])))}");
            }
            catch (RecordException broken)
            {
                lines.Add($"{broken.Line}: {broken.Code}");
            }
        }
    }
}
