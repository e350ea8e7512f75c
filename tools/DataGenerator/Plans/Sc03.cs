using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>代理购电 1.5 倍执行异常.</summary>
public sealed class Sc03 : ThemePlan
{
    public override string Theme => "SC-03";

    public override string From => "202110";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Business, "left the market last month, still 1.0", Wish.None, story => Market(story, 1m, exit: month.Previous.Last)) with { Also = Unsigned },
        Hit(Archetype.Business, "high energy, still 1.0", Wish.None, story => Market(story, 1m, heavy: true)),
        Hit(Archetype.Business, "1.5 without a reason", Wish.None, story => Market(story, 1.5m)),
        Hit(Archetype.Business, "multiple not recorded", Wish.None, story => Market(story, null)),
        Miss(Archetype.Business, "left in the middle of the month, 1.0", Wish.None, story => Market(story, 1m, exit: month.Day(15))) with { Also = Unsigned },
        Miss(Archetype.Business, "left and 1.5", Wish.None, story => Market(story, 1.5m, exit: month.Previous.Last)) with { Also = Unsigned },
        Miss(Archetype.Business, "left once, back since last year", Wish.None, story => story.Add(Market(story, 1m, exit: month.Add(-20).Last).With(("join_date", month.Add(-40).First)).Copy()
            .With(("id", story.NextId("market_user")), ("join_date", month.Add(-14).First), ("exit_date", null)))),
        Miss(Archetype.Business, "trades directly", Wish.None, story => Market(story, 1.2m)["mode"] = "01"),
    ];

    private static readonly string[] Unsigned = ["SC-04"];

    private static Row Market(AccountStory story, decimal? multiple, DateOnly? exit = null, bool heavy = false)
    {
        story.Bill["market_mult"] = multiple;
        return story.The("market_user").With(("exit_date", exit), ("hec_flag", heavy));
    }
}
