using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>倍率与档案不符.</summary>
public sealed class Jl05 : ThemePlan
{
    public override string Theme => "JL-05";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Industry, "archive says half", new(800m), story => story.Meter["rate"] = 1000m),
        Hit(Archetype.Industry, "0.02 off", new(400m), story => story.Meter["rate"] = 1000.02m),
        Hit(Archetype.Business, "transformer far too large", new(10m), story => story.Meter.With(("ct_ratio", 100m), ("rate", 100m))),
        Miss(Archetype.Industry, "0.01 off", new(400m), story => story.Meter["rate"] = 1000.01m),
        Miss(Archetype.Business, "transformer exactly at three times the capacity", new(22m), story => story.Meter.With(("ct_ratio", 20m), ("rate", 20m))),
    }.Select(plant => plant with { Key = story => story.Meter.Text("asset_no") });
}
