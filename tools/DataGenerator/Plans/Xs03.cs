using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>专线月线损异常.</summary>
public sealed class Xs03 : ThemePlan
{
    public override string Theme => "XS-03";

    public override IEnumerable<GridPlant> Grid =>
    [
        new("03", "2.01 %", true, line => line.SetRate(0, 2.01m)),
        new("03", "-0.51 %", true, line => line.SetRate(0, -0.51m)),
        new("03", "exactly 2 %", false, line => line.SetRate(0, 2m)),
        new("03", "exactly -0.5 %", false, line => line.SetRate(0, -0.5m)),
        new("03", "last month only", false, line => line.SetRate(1, 2.5m)),
    ];


}
