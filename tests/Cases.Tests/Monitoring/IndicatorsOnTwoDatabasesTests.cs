using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Every shipped indicator computes on the sample county, and the embedded copy and a warehouse on PostgreSQL agree to the last place.</summary>
public sealed class IndicatorsOnTwoDatabasesTests(TwoDatabasesTests.Pair pair) : IClassFixture<TwoDatabasesTests.Pair>
{
    private static readonly IndicatorLibrary Library = IndicatorLibrary.Shipped();

    /// <summary>What did not happen in the sample county's month: designs, mid inspections and completion tests with a limit, hazards found, cash. Their stories are IndicatorBoundaries.</summary>
    private static readonly HashSet<string> NothingToCount = ["YK-Z03", "YK-Z04", "YK-Z05", "YJ-Z03", "CH-Z16"];

    public static TheoryData<string> Codes => [.. Library.Current.Select(indicator => indicator.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Indicator_OfTheSampleCounty_HasRowsThatAddUpToItsSums(string code)
    {
        var (indicator, standard) = (Library.Find(code)!, ThemeLibrary.Standard("202602", pair.Today));
        using var embedded = new RuleConnection(pair.Database, TimeProvider.System);
        var sums = IndicatorQuery.Sums(embedded, indicator, standard, default);
        var rows = IndicatorQuery.Rows(embedded, indicator, standard, "/", int.MaxValue, default);
        Assert.Equal(NothingToCount.Contains(code), sums.Count == 0);
        Assert.All(sums, unit =>
        {
            var own = rows.Where(row => row.OrgNo == unit.Key).ToList();
            Assert.Equal((unit.Value.Num, unit.Value.Den, unit.Value.Rows), (own.Sum(row => row.Num), own.TrueForAll(row => row.Den is null) ? null : own.Sum(row => row.Den), own.Count));
        });
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Indicator_SameCountyOnBothDatabases_HasTheSameSums(string code)
    {
        if (!PostgresWarehouse.Available)
        {
            return;
        }

        var (indicator, standard) = (Library.Find(code)!, ThemeLibrary.Standard("202602", pair.Today));
        using var embedded = new RuleConnection(pair.Database, TimeProvider.System);
        using var warehouse = pair.Warehouse.Connect();
        Assert.Equal(Sorted(IndicatorQuery.Sums(embedded, indicator, standard, default)), Sorted(IndicatorQuery.Sums(warehouse, indicator, standard, default)));
        Assert.Equal(IndicatorQuery.Rows(embedded, indicator, standard, "/37/", 20, default).Select(row => row.Num), IndicatorQuery.Rows(warehouse, indicator, standard, "/37/", 20, default).Select(row => row.Num));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Indicator_OnSqlServer_HasAStatement(string code) =>
        Assert.NotEmpty(Library.Find(code)!.Compile(ThemeLibrary.Standard("202602", pair.Today), RuleDialect.SqlServer).Sql);

    private static List<KeyValuePair<string, UnitSums>> Sorted(IReadOnlyDictionary<string, UnitSums> sums) => [.. sums.OrderBy(unit => unit.Key, StringComparer.Ordinal)];
}
