using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Recovery;

namespace CaseMgmt.Cases.Tests.Recovery;

/// <summary>The calculators against worked examples of the regulations.</summary>
public sealed class CalculatorTests
{
    private static readonly DateOnly Old = new(2024, 5, 31);
    private static readonly DateOnly New = new(2024, 6, 1);

    [Theory]
    [InlineData(1000, 700, 700, 26_600)]
    [InlineData(1000, 700, 735, 26_600)]
    [InlineData(1000, 700, 735.01, 26_600.76)]
    [InlineData(1000, 700, 800, 31_540)]
    public void ContractDemand_Above105Percent_ChargesTheExcessDouble(decimal capacity, decimal contract, decimal read, decimal expected) =>
        Assert.Equal((expected, capacity * 25), (BasicFee.ByContractDemand(contract, read, 38m), BasicFee.ByCapacity(capacity, 25m)));

    [Theory]
    [InlineData("2023-05-01", 260_000, 42)]
    [InlineData("2023-06-01", 260_000, 37.8)]
    [InlineData("2023-06-01", 259_999.99, 42)]
    public void DemandPrice_From260KwhPerKva_IsNineTenthsSinceJune2023(string month, decimal energy, decimal expected) =>
        Assert.Equal(expected, BasicFee.DemandPrice(42m, energy, 1000m, DateOnly.Parse(month)));

    [Theory]
    [InlineData("2024-02-01", 10, SupplyRules.Of1996, 1000)]
    [InlineData("2025-02-01", 14, SupplyRules.Of2024, 1500)]
    [InlineData("2028-02-01", 29, SupplyRules.Of2024, 3000)]
    [InlineData("2026-01-01", 31, SupplyRules.Of1996, 3000)]
    [InlineData("2026-04-01", 31, SupplyRules.Of2024, 3000)]
    [InlineData("2026-01-01", 1, SupplyRules.Of2024, 96.77)]
    public void PartMonth_ThirtiethsThenCalendarDays_NeverMoreThanTheWhole(string month, int days, SupplyRules rules, decimal expected) =>
        Assert.Equal(expected, BasicFee.ForDays(3000m, days, DateOnly.Parse(month), rules));

    [Theory]
    [InlineData("3", 1.00, -0.75)]
    [InlineData("3", 0.95, -0.75)]
    [InlineData("3", 0.90, 0)]
    [InlineData("3", 0.85, 2.5)]
    [InlineData("3", 0.70, 10)]
    [InlineData("3", 0.65, 15)]
    [InlineData("3", 0.60, 25)]
    [InlineData("3", 0.55, 35)]
    [InlineData("2", 1.00, -1.1)]
    [InlineData("2", 0.94, -1.1)]
    [InlineData("2", 0.90, -0.5)]
    [InlineData("2", 0.85, 0)]
    [InlineData("2", 0.65, 10)]
    [InlineData("2", 0.60, 15)]
    [InlineData("2", 0.55, 25)]
    [InlineData("1", 0.95, -1.3)]
    [InlineData("1", 0.90, -1)]
    [InlineData("1", 0.80, 0)]
    [InlineData("1", 0.60, 10)]
    [InlineData("1", 0.55, 15)]
    [InlineData("0", 0.10, 0)]
    public void PowerFactor_PrintedTable_GivesThePercentage(string standard, decimal factor, decimal percent) => Assert.Equal(percent, PowerFactor.Percent(standard, factor));

    [Theory]
    [InlineData(100, 35, 0, 0.94)]
    [InlineData(100, 20, -15, 0.94)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 5, 0, 0)]
    public void PowerFactor_ReverseReactiveEnergy_CountsByItsAbsoluteValue(decimal active, decimal forward, decimal reverse, decimal expected) =>
        Assert.Equal(expected, PowerFactor.Of(active, forward, reverse));

    [Fact]
    public void ValleyEnergy_ZiboCase_ReproducesLimitAndExtraCapacity()
    {
        Assert.Equal(238_080m, ValleyCapacity.MostEnergy(800m, 0.2m, 8m, 31));
        Assert.Equal(858m, ValleyCapacity.Extra(800m, 411_100m, 8m, 31));
        Assert.Equal(0m, ValleyCapacity.Extra(800m, 100_000m, 8m, 31));
        Assert.Equal(0m, ValleyCapacity.Implied(1000m, 0m, 31));
    }

    [Theory]
    [InlineData(BreachKind.Category, true, 1000, 2000)]
    [InlineData(BreachKind.Capacity, true, 5600, 16_800)]
    [InlineData(BreachKind.Capacity, false, 0, 5000)]
    [InlineData(BreachKind.Suspended, true, 5600, 11_200)]
    [InlineData(BreachKind.Suspended, false, 0, 6000)]
    [InlineData(BreachKind.Metering, false, 0, 10_000)]
    [InlineData(BreachKind.Exchange, false, 0, 50_000)]
    public void Breach_EachKind_RecoversAndPunishesAsArticle100Says(BreachKind kind, bool twoPart, decimal recover, decimal penalty)
    {
        var found = new BreachCase(kind, twoPart, false, 100m, 2m, 28m, 1000m, 2, Old);
        Assert.Equal(new Claim(recover, penalty, false), Breach.Of(found));
        Assert.Equal(new Claim(recover, penalty, true), Breach.Of(found with { Found = New }));
    }

    [Theory]
    [InlineData(10, false, 21_600)]
    [InlineData(1.5, true, 1620)]
    public void Theft_TimeUnknown_CountsHalfAYearOfTwelveOrSixHours(decimal kilowatts, bool lighting, decimal energy)
    {
        Assert.Equal(energy, Theft.Energy(kilowatts, Theft.HoursADay(lighting), Theft.UnknownDays));
        Assert.Equal(new Claim(energy * 0.5m, energy * 1.5m, true), Theft.Of(energy, 0.5m, New));
    }

    [Theory]
    [InlineData("2026-05-20", "2026-05-20", false, 0)]
    [InlineData("2026-05-20", "2026-05-21", false, 2)]
    [InlineData("2026-05-20", "2026-05-30", true, 10)]
    [InlineData("2025-12-21", "2026-01-10", false, 50)]
    public void LatePayment_AcrossTheYear_RisesToThreePerThousand(string due, string paid, bool residential, decimal expected) =>
        Assert.Equal(expected, LatePayment.Of(1000m, DateOnly.Parse(due), DateOnly.Parse(paid), residential));

    [Fact]
    public void LatePayment_SmallDebt_IsOneYuanAtLeast() => Assert.Equal(1m, LatePayment.Of(50m, Old, Old.AddDays(2), true));

    [Fact]
    public void Calculators_EveryOne_WorksOnItsDefaultsWithDatesGiven()
    {
        foreach (var calculator in Calculators.All)
        {
            var typed = calculator.Fields.Where(field => field.Type == "date").ToDictionary(field => field.Name, _ => (string?)"2026-05-01");
            var (values, wrong) = CalculatorValues.Read(calculator, typed);
            Assert.Empty(wrong);
            Assert.Equal(0m, calculator.Work(values!).Yuan);
            Assert.All(calculator.Fields, field => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", field.Label.En));
        }
    }

    [Fact]
    public void Calculators_TheThemesTheyAreOpenedWith_AreShippedAndNamedOnce()
    {
        var named = Calculators.All.SelectMany(calculator => calculator.Themes).ToList();
        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.Empty(named.Except(ThemeLibrary.Shipped().Current.Select(theme => theme.Code)));
    }

    [Theory]
    [InlineData("kilowatts", "-1")]
    [InlineData("kilowatts", "x")]
    [InlineData("kind", "other")]
    [InlineData("found", "31.5.2026")]
    [InlineData("found", "")]
    public void Values_OutsideTheirField_AreNamed(string field, string value)
    {
        var typed = new Dictionary<string, string?> { ["found"] = "2026-05-31", [field] = value };
        Assert.Equal([field], CalculatorValues.Read(Calculators.All.Single(each => each.Key == "breach"), typed).Wrong);
    }
}
