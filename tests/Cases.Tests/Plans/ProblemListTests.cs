using System.Text;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Plans.ProblemLists;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>When a weekly list is due, what stands first on it, and how it leaves the house.</summary>
public sealed class ProblemListTests
{
    [Theory]
    [InlineData("2026-06-08", "2026-06-08")]
    [InlineData("2026-06-12", "2026-06-08")]
    [InlineData("2026-06-14", "2026-06-08")]
    [InlineData("2026-10-05", null)]
    [InlineData("2026-10-07", null)]
    [InlineData("2026-10-08", "2026-10-05")]
    public void Week_OfADay_BeginsWithItsFirstWorkingDay(string today, string? week) =>
        Assert.Equal(week, ProblemWeek.Due(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), Shipped.Calendar())?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(null, false, ProblemLine.Open)]
    [InlineData(null, true, ProblemLine.Overdue)]
    [InlineData("confirmed-internal", true, ProblemLine.Confirmed)]
    [InlineData("not-confirmed", false, ProblemLine.Open)]
    public void State_OfAnItem_ConfirmedBeforeOverdueBeforeOpen(string? conclusion, bool overdue, string state) => Assert.Equal(state, ProblemLine.StateOf(conclusion, overdue));

    [Fact]
    public void Sorted_WorkingList_BeginsWithWhatIsLate()
    {
        var day = new DateTime(2026, 6, 10, 0, 0, 0, DateTimeKind.Utc);
        ProblemLine[] lines = [Line("1", ProblemLine.Open, day), Line("2", ProblemLine.Confirmed, null), Line("3", ProblemLine.Overdue, day), Line("4", ProblemLine.Overdue, day.AddDays(-1)), Line("5", ProblemLine.Open, null)];
        Assert.Equal("4 3 2 1 5", string.Join(' ', ProblemLine.Sorted(lines).Select(line => line.ObjKey)));
    }

    [Fact]
    public void Csv_CellsThatLookLikeFormulas_AreTextsAndNumbersStayNumbers()
    {
        var text = Encoding.UTF8.GetString(CsvText.Write([["=1+1", "-5.5", "a,b", "say \"no\""], ["", "@x", "0001", "+"]]));
        Assert.Equal("\uFEFF'=1+1,-5.5,\"a,b\",\"say \"\"no\"\"\"\r\n,'@x,0001,'+\r\n", text);
    }

    [Fact]
    public void Xlsx_WrittenByUs_IsReadByTheImport()
    {
        var folder = Directory.CreateTempSubdirectory("xlsx");
        var file = Path.Combine(folder.FullName, "list.xlsx");
        File.WriteAllBytes(file, XlsxSheet.Write("问题清单", [["工单编号", "对象"], ["GD-1", "000123"], ["GD-2", "a<b & =1+1"]]));
        Assert.Equal(["工单编号|对象", "GD-1|000123", "GD-2|a<b & =1+1"], Rows(file));
        folder.Delete(recursive: true);
    }

    private static List<string> Rows(string file)
    {
        using var records = XlsxRecords.Open(file);
        var rows = new List<string>();
        while (records.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, records.Count).Select(cell => Encoding.UTF8.GetString(records[cell]))));
        }

        return rows;
    }

    private static ProblemLine Line(string key, string state, DateTime? due) => new(1, "GD-1", "37030601", "DJ-01", key, 1, 0, "handle", "normal", due, state, null);
}
