using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>周期检定超期.</summary>
public sealed class Jl06 : ThemePlan
{
    public override string Theme => "JL-06";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Resident, "due yesterday", Wish.None, story => story.Meter["verify_due"] = story.Options.Today.AddDays(-1)),
        Hit(Archetype.Business, "no due date at all", Wish.None, story => story.Meter["verify_due"] = null),
        Miss(Archetype.Resident, "due today", Wish.None, story => story.Meter["verify_due"] = story.Options.Today),
        Miss(Archetype.Resident, "overdue, but taken down", Wish.None, story => story.Meter.With(("verify_due", story.Options.Today.AddDays(-90)), ("status", "015"))),
    }.Select(plant => plant with { Key = story => story.Meter.Text("asset_no") });
}
