using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>台区线损连续两月异常.</summary>
public sealed class Xs02 : ThemePlan
{
    public override string Theme => "XS-02";

    public override IEnumerable<GridPlant> Grid =>
    [
        new("02", "above 7 % in both months", true, area => Rates(area, 7.01m, 7.5m, 6.5m, 6m)),
        new("02", "below -1 % in both months", true, area => Rates(area, -1.01m, -1.2m, 0m, 1m)),
        new("02", "exactly 7 % in both months", false, area => Rates(area, 7m, 7m, 6.5m, 6m)),
        new("02", "this month only", false, area => Rates(area, 7.5m, 6.9m, 6.5m, 6m)),
        new("02", "too few meters collected", false, Uncovered),
    ];

    private static void Rates(LossStory story, decimal now, decimal before, decimal two, decimal three)
    {
        foreach (var (rate, back) in new[] { now, before, two, three }.Select((rate, back) => (rate, back)))
        {
            story.SetRate(back, rate);
        }
    }

    private static void Uncovered(LossStory area)
    {
        Rates(area, 7.5m, 7.5m, 6.5m, 6m);
        area.Back(0)["cover_rate"] = 94.9999m;
    }
}
