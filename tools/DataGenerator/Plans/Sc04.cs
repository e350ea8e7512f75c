using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>代理购电、零售合同未签.</summary>
public sealed class Sc04 : ThemePlan
{
    public override string Theme => "SC-04";

    public override string From => "202110";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Business, "no relation at all", Wish.None, story => story.RemoveAll("market_user")),
        Hit(Archetype.Industry, "contract not signed", Wish.None, story => story.The("market_user")["contract_signed"] = false),
        Hit(Archetype.Business, "left today, nothing new signed", Wish.None, story => story.The("market_user")["exit_date"] = story.Options.Today),
        Miss(Archetype.Business, "leaves tomorrow", Wish.None, story => story.The("market_user")["exit_date"] = story.Options.Today.AddDays(1)),
        Miss(Archetype.Resident, "a household", Wish.None, AsWished),
        Miss(Archetype.Business, "closed account", Wish.None, story =>
        {
            story.RemoveAll("market_user");
            story.Cons.With(("status", "9"), ("cancel_date", month.First));
        }),
    ];
}
