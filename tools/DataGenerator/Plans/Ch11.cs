using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>违约金计收异常.</summary>
public sealed class Ch11 : ThemePlan
{
    public override string Theme => "CH-11";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Business, "paid late, no penalty", Wish.None, story => Late(story, 12.3m, 0m)),
        Hit(Archetype.Industry, "paid late, penalty missing", Wish.None, story => Late(story, 12.3m, null)),
        Hit(Archetype.Business, "1.01 yuan too little", Wish.None, story => Late(story, 12.3m, 11.29m)),
        Miss(Archetype.Business, "1 yuan too little", Wish.None, story => Late(story, 12.3m, 11.3m)),
        Miss(Archetype.Business, "paid on the last day", Wish.None, story => Late(story, 12.3m, 0m)["settled_date"] = story.Month.Next.Day(20)),
    ];

    private static Row Late(AccountStory story, decimal due, decimal? got) => story.All("receivable").First(row => row.Text("ym") == story.Month.Ym)
        .With(("settled_date", story.Month.Next.Day(25)), ("penalty_due", due), ("penalty_rcved", got));
}
