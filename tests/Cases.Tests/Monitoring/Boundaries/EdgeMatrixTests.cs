using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// What must not matter to any of the themes: which station an account or its rows are booked under, rows that the load brought twice, a second price or a second point of an account,
/// bills taken back and issued again, days off where a rule counts none. One county is changed as a whole, and every theme finds the same objects as before, on both databases.
/// </summary>
public sealed class EdgeMatrixTests(EdgeCounty county) : IClassFixture<EdgeCounty>
{
    public static TheoryData<string> Codes => [.. ThemeLibrary.Shipped().Current.Select(theme => theme.Code)];

    public static TheoryData<string, string> CodesAndStatements
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var theme in ThemeLibrary.Shipped().Current)
            {
                foreach (var table in RuleTables.Of(theme.Sql).Select(table => table.Name).Intersect(EdgeChange.Statements))
                {
                    data.Add(theme.Code, table);
                }
            }

            return data;
        }
    }

    public static TheoryData<string, string> CodesAndChanges
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var theme in ThemeLibrary.Shipped().Current)
            {
                foreach (var change in EdgeChange.Indifferent)
                {
                    data.Add(theme.Code, change.Name);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(CodesAndChanges))]
    public async Task Theme_CountyChangedWhereItDoesNotMatter_FindsTheSame(string code, string change) =>
        Assert.Equal(county.Keys(code), await county.KeysAsync(code, EdgeChange.Indifferent.Single(each => each.Name == change)));

    [Theory, MemberData(nameof(CodesAndStatements))]
    public async Task Theme_EveryRowLoadedTwice_FindsTheSame(string code, string table) => Assert.Equal(county.Keys(code), await county.KeysAsync(code, EdgeChange.Twice(table)));

    /// <summary>Rules that count working days find more, for every delay is longer then; the others do not look.</summary>
    [Theory, MemberData(nameof(Codes))]
    public async Task Theme_EveryDayOffMoved_MattersOnlyWhereWorkingDaysCount(string code)
    {
        var sql = ThemeLibrary.Shipped().Find(code)!.Sql;
        var (before, after) = (county.Keys(code), await county.KeysAsync(code, EdgeChange.Holidays));
        if (sql.Contains("workdays_between", StringComparison.Ordinal))
        {
            Assert.NotEqual(before, after);
        }
        else
        {
            Assert.Equal(before, after);
        }
    }

    /// <summary>The changes are strong enough to mislead a rule that takes each row for an account.</summary>
    [Theory]
    [InlineData("CH-03", 1, "priced")]
    [InlineData("CH-04", 1, "priced")]
    [InlineData("CH-04", 1, "reissued")]
    [InlineData("DJ-01", 1, "priced")]
    [InlineData("DJ-07", 1, "priced")]
    [InlineData("DJ-07", 1, "reissued")]
    [InlineData("DJ-08", 1, "priced")]
    [InlineData("DJ-10", 1, "reissued")]
    [InlineData("DJ-10", 1, "metered")]
    [InlineData("DJ-12", 1, "priced")]
    [InlineData("DJ-13", 1, "priced")]
    [InlineData("DJ-14", 1, "priced")]
    [InlineData("DJ-19", 1, "priced")]
    [InlineData("DJ-19", 1, "reissued")]
    [InlineData("YJ-01", 1, "priced")]
    [InlineData("YJ-03", 1, "reissued")]
    public async Task Version_BeforeItWasMended_FindsOtherObjects(string code, int version, string change) =>
        Assert.NotEqual(county.Keys(code), await county.KeysAsync(ThemeLibrary.Shipped().Find(code, version)!, EdgeChange.Indifferent.Single(each => each.Name == change)));

    /// <summary>Planted and normal rows lose the name of their object, the first of every three; what is left is found.</summary>
    [Theory]
    [InlineData("DJ-02", "bill", "cons_no")]
    [InlineData("DJ-09", "bill", "cons_no")]
    [InlineData("CH-01", "mr_plan", "mr_sect_no")]
    [InlineData("JL-06", "meter", "asset_no")]
    [InlineData("JL-07", "meter", "asset_no")]
    [InlineData("DJ-18", "rebill", "cons_no")]
    [InlineData("YJ-06", "safety_hazard", "cons_no")]
    public async Task Theme_RowsWithoutAnObject_AreLeftOutAndCounted(string code, string table, string column)
    {
        var key = county.Keys(code)[0];
        var (left, without) = await county.FindAsync(code, new($"nameless-{code}", $"update {table} set {column} = null where {column} = '{key}'"));
        Assert.Equal(county.Keys(code).Skip(1), left.Select(finding => finding.ObjKey));
        Assert.True(without > 0);
    }

    [Fact]
    public async Task Rule_OfWhichNoRowNamesAnObject_IsRefused() =>
        Assert.Equal("key-empty", (await Assert.ThrowsAsync<RuleException>(() => county.FindAsync("JL-06", new("nobody", "update meter set asset_no = null")))).Refusal.Code);
}
