using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>线路线损连续两月异常.</summary>
public sealed class Xs01 : ThemePlan
{
    public override string Theme => "XS-01";

    public override IEnumerable<GridPlant> Grid =>
    [
        new("01", "above 6 % in both months", true, line => Rates(line, 6.5m, 6.2m, 5.5m, 5.2m)),
        new("01", "below -1 % in both months", true, line => Rates(line, -1.01m, -1.5m, 0.2m, 0.4m)),
        new("01", "above target plus half in both months", true, line => Rates(line, 5.7001m, 5.8m, 5.1m, 5.0m)),
        new("01", "high, then negative", true, line => Rates(line, 6.1m, -1.2m, 6.0m, 5.7m, target: 5.7m)),
        new("01", "exactly 6 % in both months", false, line => Rates(line, 6m, 6m, 5.5m, 5.2m, target: 4m)),
        new("01", "exactly -1 % in both months", false, line => Rates(line, -1m, -1m, 0.2m, 0.4m)),
        new("01", "exactly target plus half in both months", false, line => Rates(line, 5.7m, 5.7m, 5.1m, 5.0m)),
        new("01", "this month only", false, line => Rates(line, 6.5m, 5.5m, 5.0m, 5.0m)),
        new("01", "this month and two months ago", false, line => Rates(line, 6.5m, 5.6m, 6.4m, 5.0m)),
        new("01", "the month before was never computed", false, line =>
        {
            Rates(line, 6.5m, 6.5m, 5.6m, 5.5m);
            line.Remove(line.Back(1));
        }),
    ];

    private static void Rates(LossStory line, decimal now, decimal before, decimal two, decimal three, decimal target = 3.8m)
    {
        foreach (var (rate, back) in new[] { now, before, two, three }.Select((rate, back) => (rate, back)))
        {
            line.SetRate(back, rate);
            line.Back(back)["target_rate"] = target;
        }
    }
}
