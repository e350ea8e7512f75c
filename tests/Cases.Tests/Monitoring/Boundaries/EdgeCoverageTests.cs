using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// Each theme at each of seven edges: a case that proves it, or a reason why there is none. A new theme, a new number or a new table without either fails here.
/// The cases are looked up in the data of the tests that run them, so none can be claimed that does not run.
/// </summary>
public sealed class EdgeCoverageTests
{
    /// <summary>Tables in which two rows of one content are two things or two events, each with a number of its own; a row with a number that is there already is refused by the load.</summary>
    private static readonly Dictionary<string, string> RowsOfTheirOwn = new()
    {
        ["org"] = "units are told by their number", ["staff"] = "people are told by their number", ["dim_month"] = "months are told by their name", ["calendar"] = "days are told by their date",
        ["cons"] = "accounts are told by their number", ["line"] = "feeders are told by their number", ["tg"] = "areas are told by their number", ["supply_point"] = "points are told by their number",
        ["transformer"] = "two transformers of one size stand side by side", ["mp"] = "two points of one account are told apart", ["meter"] = "two meters are told by their number",
        ["meter_fault"] = "each fault is reported by itself", ["contract"] = "contracts are told by their number", ["tariff"] = "prices are told by their code", ["tariff_period"] = "one row for a period",
        ["pf_table"] = "one row for a factor", ["mr_section"] = "sections are told by their number", ["coll_day"] = "one row for a meter and a day", ["proc_limit"] = "one row for a step",
        ["line_loss"] = "one row for an object and a month", ["pv"] = "plants are told by their number", ["pv_month"] = "one row for a plant and a month", ["arrears_risk"] = "one row for an account",
        ["payment"] = "the same sum taken or reversed twice is what is looked for", ["rebill"] = "the same sum refunded twice is what is looked for", ["receivable"] = "two debts of one sum are two debts",
        ["param_change"] = "a parameter changed twice is changed twice", ["biz_app"] = "orders are told by their number", ["outage"] = "each outage is told by itself, and one moment counts once",
        ["arrears_cut"] = "each cut is told by itself", ["ticket"] = "tickets are told by their number", ["violation"] = "cases are told by their number",
    };

    /// <summary>Themes that compare with no number and no last day.</summary>
    private static readonly Dictionary<string, string> WithoutLimit = new()
    {
        ["CH-05"] = "a reading is estimated, missed or goes backwards; equal readings are none of these",
        ["DJ-11"] = "kinds, trades and words, no number",
        ["HT-03"] = "a field is empty or not",
        ["KF-05"] = "a finding is there or not",
        ["SC-05"] = "a flag is there or not",
        ["YK-09"] = "papers and names, no number",
    };

    public static TheoryData<string, Edge> Cells
    {
        get
        {
            var data = new TheoryData<string, Edge>();
            foreach (var theme in ThemeLibrary.Shipped().Current)
            {
                foreach (var edge in Enum.GetValues<Edge>())
                {
                    data.Add(theme.Code, edge);
                }
            }

            return data;
        }
    }

    public enum Edge
    {
        LeapFebruary,
        MonthOfThirtyDays,
        EmptyFields,
        ExactlyAtTheLimit,
        RowsLoadedTwice,
        AccountMoved,
        HolidaysMoved,
    }

    [Theory, MemberData(nameof(Cells))]
    public void Theme_AtAnEdge_HasACaseOrAReason(string code, Edge edge)
    {
        var theme = ThemeLibrary.Shipped().Find(code)!;
        Assert.True(edge switch
        {
            Edge.LeapFebruary => HasTruthIn(theme, (year, month) => month == 2 && DateTime.IsLeapYear(year)),
            Edge.MonthOfThirtyDays => HasTruthIn(theme, (year, month) => DateTime.DaysInMonth(year, month) == 30),
            Edge.EmptyFields => Holds(HolesTests.Codes, code),
            Edge.ExactlyAtTheLimit => LimitsOf(theme),
            Edge.RowsLoadedTwice => RuleTables.Of(theme.Sql).All(table => Holds(EdgeMatrixTests.CodesAndStatements, code, table.Name) || RowsOfTheirOwn.ContainsKey(table.Name)),
            Edge.AccountMoved => new[] { EdgeChange.Moved, EdgeChange.Booked }.All(change => Holds(EdgeMatrixTests.CodesAndChanges, code, change.Name)),
            _ => Holds(EdgeMatrixTests.Codes, code),
        }, $"{code} has neither case nor reason at {edge}");
    }

    [Fact]
    public void Reason_EveryOne_IsStillNeeded()
    {
        Assert.All(RowsOfTheirOwn.Keys, table => Assert.True(MarketingModel.Current.Find(table) is not null && !EdgeChange.Statements.Contains(table), table));
        Assert.All(WithoutLimit.Keys, code => Assert.False(LimitMatrixTests.NumbersOf(ThemeLibrary.Shipped().Find(code)!).Any() || LimitScene.OfDays.Any(scene => scene.Theme == code), code));
        Assert.All(LimitScene.All, scene => Assert.True(Holds(LimitMatrixTests.Numbers, scene.Theme, scene.Parameter), $"{scene}"));
    }

    private static bool HasTruthIn(Theme theme, Func<int, int, bool> wanted) => TruthTests.ThemesAndMonths.Any(row => (string)row[0] == theme.Code && (string)row[1] is var ym
        && (theme.Code != "DJ-05" || string.CompareOrdinal(ym, "201606") <= 0) && theme.AppliesTo(ym) && wanted(int.Parse(ym[..4], System.Globalization.CultureInfo.InvariantCulture), int.Parse(ym[4..], System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Every number is tried on a row that lies on it; without numbers a last day is told, or why there is none.</summary>
    private static bool LimitsOf(Theme theme)
    {
        var numbers = LimitMatrixTests.NumbersOf(theme).ToList();
        return numbers.Count > 0
            ? numbers.TrueForAll(parameter => Holds(LimitMatrixTests.Numbers, theme.Code, parameter.Name) || LimitMatrixTests.Uncompared.ContainsKey($"{theme.Code} {parameter.Name}"))
            : LimitScene.OfDays.Any(scene => scene.Theme == theme.Code) || WithoutLimit.ContainsKey(theme.Code);
    }

    private static bool Holds(IEnumerable<object[]> data, params string[] cells) => data.Any(row => row.Select(cell => $"{cell}").SequenceEqual(cells));
}
