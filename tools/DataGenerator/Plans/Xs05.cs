using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>线损率突变.</summary>
public sealed class Xs05 : ThemePlan
{
    public override string Theme => "XS-05";

    public override IEnumerable<GridPlant> Grid =>
    [
        new("01", "exactly 3 points up", true, line => Rates(line, 5m, 2m, 2m, 2m)),
        new("02", "3.5 points down", true, area => Rates(area, 0.5m, 4m, 4m, 4m)),
        new("01", "2.9999 points up", false, line => Rates(line, 4.9999m, 2m, 2m, 2m)),
        new("02", "slow rise", false, area => Rates(area, 6.5m, 5.5m, 4.5m, 3.6m)),
    ];

    private static void Rates(LossStory story, decimal now, decimal before, decimal two, decimal three)
    {
        foreach (var (rate, back) in new[] { now, before, two, three }.Select((rate, back) => (rate, back)))
        {
            story.SetRate(back, rate);
        }
    }
}
