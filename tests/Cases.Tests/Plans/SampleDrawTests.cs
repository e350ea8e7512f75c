using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Plans.Samples;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>A draw is the same on every machine; what it should give was worked out by other means than the product.</summary>
public sealed class SampleDrawTests
{
    private const string Seed = "00c0ffee00c0ffee";

    // Twenty applications of one station and ten of another.
    private static readonly Member[] Thirty = [.. Enumerable.Range(1, 30).Select(i => new Member($"A{i:000}", i <= 20 ? "37030601" : "37030602", "业扩报装", i % 2 == 0 ? "high" : "low", i))];

    [Theory]
    [InlineData(Seed, "", "A020 A018 A006")]
    [InlineData(Seed, "unit", "A005 A019 A026")]
    [InlineData("00c0ffee00c0fff0", "unit", "A002 A018 A025")]
    public void Take_TenPerCent_IsWhatTheHashesSay(string seed, string by, string expected) =>
        Assert.Equal(expected, string.Join(' ', SampleDraw.Take(seed, Thirty, Split(by), 10, 0).Select(draw => draw.Member.ObjKey)));

    [Fact]
    public void Take_PopulationInAnotherOrder_IsTheSameSample() =>
        Assert.Equal(SampleDraw.Take(Seed, Thirty, ["unit", "voltage"], 30, 1), SampleDraw.Take(Seed, Thirty.Reverse(), ["voltage", "unit"], 30, 1));

    [Fact]
    public void Take_MoreOfTheSameSeed_KeepsWhatWasDrawn()
    {
        var few = SampleDraw.Take(Seed, Thirty, [], 10, 0).Select(draw => draw.Member.ObjKey).ToList();
        Assert.Equal(few, SampleDraw.Take(Seed, Thirty, [], 50, 0).Select(draw => draw.Member.ObjKey).Take(3));
    }

    [Theory]
    [InlineData(0, 30, 5, 0)]
    [InlineData(1, 30, 0, 1)]
    [InlineData(10, 30, 0, 3)]
    [InlineData(11, 30, 0, 4)]
    [InlineData(100, 33.33, 0, 34)]
    [InlineData(3, 10, 5, 3)]
    [InlineData(8, 100, 0, 8)]
    [InlineData(8, 0, 0, 0)]
    public void Size_ShareAndMinimum_RoundsUpAndNeverExceedsTheStratum(int population, double rate, int least, int size) => Assert.Equal(size, SampleDraw.Size(population, (decimal)rate, least));

    [Fact]
    public void Count_StratumSmallerThanTheMinimum_SaysThatItHasFewer()
    {
        var strata = SampleDraw.Count([.. Thirty.Take(22)], ["unit"], 10, 5);
        Assert.Equal([new StratumCount("37030601", 20, 5, 5), new StratumCount("37030602", 2, 5, 2)], strata);
    }

    [Fact]
    public void Take_EmptyPopulation_DrawsNothing() => Assert.Empty(SampleDraw.Take(Seed, [], ["unit"], 30, 5));

    [Fact]
    public void StratumOf_SeveralDimensions_NamesThemInOneOrder() => Assert.Equal("37030601·业扩报装·low", SampleDraw.StratumOf(Thirty[0], ["voltage", "specialty", "unit"]));

    [Fact]
    public void PopulationText_WrittenAndRead_IsThePopulationInTheOrderOfItsObjects() => Assert.Equal(Thirty, PopulationText.Read(PopulationText.Write(Thirty.Reverse())));

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    [InlineData("SqlServer")]
    public void Rules_OfThePurposes_CompileOnEachDatabase(string dialect)
    {
        var standard = ThemeLibrary.Standard("202605", new DateOnly(2026, 5, 31));
        var target = dialect switch { "Sqlite" => RuleDialect.Sqlite, "Postgres" => RuleDialect.Postgres, _ => RuleDialect.SqlServer };
        Assert.All(SamplePurpose.All.Where(purpose => purpose.Rule.Length > 0), purpose => Assert.NotEmpty(RuleCompiler.Compile(purpose.Rule, standard.With(Populations.AsTheme(purpose.Rule)), target).Sql));
    }

    [Fact]
    public void ThemeCodes_OfThePurposes_AreNoThemeOfTheLibrary()
    {
        Assert.All(SamplePurpose.All.Where(purpose => purpose.ThemeCode.Length > 0), purpose => Assert.StartsWith(SamplePurpose.ThemePrefix, purpose.ThemeCode, StringComparison.Ordinal));
        Assert.DoesNotContain(ThemeLibrary.Shipped().Current, theme => theme.Code.StartsWith(SamplePurpose.ThemePrefix, StringComparison.Ordinal));
    }

    private static string[] Split(string by) => by.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
