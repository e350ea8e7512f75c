using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>差别电价执行异常.</summary>
public sealed class Sc05 : ThemePlan
{
    public override string Theme => "SC-05";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Industry, "steel without the surcharge", Wish.None, story => story.Cons["hec_code"] = "101"),
        Hit(Archetype.Industry, "carbon without the surcharge", Wish.None, story => story.Cons["hec_code"] = "205"),
        Hit(Archetype.Industry, "no market record", Wish.None, Unlisted) with { Also = ["SC-04"] },
        Miss(Archetype.Industry, "zinc with the surcharge", Wish.None, story =>
        {
            story.Cons["hec_code"] = "108";
            story.The("market_user")["hec_flag"] = true;
            story.Bill["market_mult"] = 1.5m;
        }),
        Miss(Archetype.Industry, "a code between the lists", Wish.None, story => story.Cons["hec_code"] = "109"),
        Miss(Archetype.Industry, "no high-energy trade", Wish.None, AsWished),
    ];

    private static void Unlisted(AccountStory story)
    {
        story.Cons["hec_code"] = "104";
        story.RemoveAll("market_user");
    }
}
