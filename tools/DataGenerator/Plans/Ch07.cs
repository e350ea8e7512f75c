using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>欠费风险预警.</summary>
public sealed class Ch07 : ThemePlan
{
    public override string Theme => "CH-07";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "50,000.01 yuan due today", Wish.None, story => Owe(story, 1, 50_000.01m)),
        Hit(Archetype.Business, "two months, one of them under another station", Wish.None, story =>
        {
            Owe(story, 1, 80m)["org_no"] = story.OrgNo == "37030601" ? "37030602" : "37030601";
            Owe(story, 2, 70m);
        }),
        Hit(Archetype.Business, "10 yuan, file says high risk", Wish.None, story => Risk(story, "1", "1", Owe(story, 1, 10m))),
        Hit(Archetype.Business, "10 yuan, works closed", Wish.None, story => Risk(story, "3", "4", Owe(story, 1, 10m))),
        Hit(Archetype.Industry, "half stopped, bill above 100,000 yuan", new(1600m, Energy: 320_000m), story => Risk(story, "3", "2", story.Bill)),
        Miss(Archetype.Industry, "exactly 50,000 yuan", Wish.None, story => Owe(story, 1, 50_000m)),
        Miss(Archetype.Industry, "90,000 yuan due tomorrow", Wish.None, story => Owe(story, 1, 90_000m)["due_date"] = story.Options.Today.AddDays(1)),
        Miss(Archetype.Business, "one month of 80 yuan", Wish.None, story => Owe(story, 1, 80m)),
        Miss(Archetype.Business, "half stopped, only a correction bill is large", Wish.None, story => Risk(story, "3", "2", Change.ExtraBill(story, month, "0202").With(("total_amt", 200_000m)))),
    ];

    private static Row Owe(AccountStory story, int back, decimal amount) => story.All("receivable").First(row => row.Text("ym") == story.Month.Add(-back).Ym)
        .With(("owe", amount), ("settled_date", null), ("due_date", story.Options.Today));

    private static void Risk(AccountStory story, string level, string works, Row about) => story.Add("arrears_risk", ("cons_no", about["cons_no"]), ("risk_level", level),
        ("reason", "经营恶化"), ("produce_status", works), ("measure", "分次结算"), ("updated_at", story.Month.Day(1)));
}
