using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>重复投诉.</summary>
public sealed class Kf02 : ThemePlan
{
    public override string Theme => "KF-02";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "two complaints in ninety days", Wish.None, story => Tickets(story, ("02", 1), ("04", 90))),
        Hit(Archetype.Business, "moved between stations: one complaint under each", Wish.None, story => Tickets(story, ("02", 5), ("02", 40))["org_no"] = "37030601"),
        Miss(Archetype.Resident, "one of two lies ninety-one days back", Wish.None, story => Tickets(story, ("02", 1), ("02", 91))),
        Miss(Archetype.Resident, "a complaint and a question", Wish.None, story => Tickets(story, ("02", 1), ("01", 2))),
    ];

    private static Row Tickets(AccountStory story, params (string Type, int DaysBack)[] tickets) => tickets.Select((ticket, i) =>
    {
        var accepted = story.Month.Last.AddDays(-ticket.DaysBack).ToDateTime(new TimeOnly(10, 0));
        return story.Add("ticket", ("ticket_no", $"K{story.Index}-{i}"), ("biz_type", ticket.Type), ("sub_type", "0204"), ("org_no", story.OrgNo), ("cons_no", story.Number),
            ("is_urban", true), ("accept_time", accepted), ("contact_time", accepted.AddHours(1)), ("finish_time", accepted.AddDays(2)), ("deadline", accepted.AddDays(7)),
            ("satisfied", 5), ("callback_ok", true), ("is_true", true));
    }).ToArray()[^1];
}
