using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>计费参数变动异常.</summary>
public sealed class Dj17 : ThemePlan
{
    public override string Theme => "DJ-17";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Business, "one change without order", Wish.None, story => Changes(story, 1, "02", null)),
        Hit(Archetype.Industry, "four ordered changes of the price code in a year", Wish.None, story => Changes(story, 4, "01", "A1")),
        Miss(Archetype.Industry, "three ordered changes in a year", Wish.None, story => Changes(story, 3, "01", "A1")),
        Miss(Archetype.Industry, "four ordered changes of a lesser parameter", Wish.None, story => Changes(story, 4, "06", "A1")),
        Miss(Archetype.Business, "a change without order in the month before", Wish.None, story => Changes(story, 1, "02", null)[0]["chg_time"] = story.Month.First.AddDays(-1).ToDateTime(new TimeOnly(23, 59))),
    ];

    private static Row[] Changes(AccountStory story, int count, string type, string? order) => [.. Enumerable.Range(0, count).Select(i => story.Add("param_change",
        ("chg_id", story.NextId("param_change")), ("cons_no", story.Number), ("org_no", story.OrgNo), ("chg_type", type), ("old_value", "a"), ("new_value", "b"),
        ("chg_time", story.Month.Add(-i).Day(12).ToDateTime(new TimeOnly(10, 0))), ("app_no", order), ("emp_no", story.OrgNo + "03")))];
}
