using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>估抄漏抄.</summary>
public sealed class Ch05 : ThemePlan
{
    public override string Theme => "CH-05";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "estimated reading", Wish.None, story => Read(story)["mr_status"] = "03"),
        Hit(Archetype.Business, "not read", Wish.None, story => Read(story)["mr_status"] = "01"),
        Hit(Archetype.Resident, "the same meter runs back", Wish.None, story => Read(story).With(("last_read", 5000m), ("this_read", 4999.9999m))),
        Miss(Archetype.Resident, "first reading of a meter installed this month, last reading of the old one", Wish.None, story =>
        {
            story.Meter["install_date"] = month.Day(12);
            Read(story).With(("last_read", 5000m), ("this_read", 12m));
        }),
        Miss(Archetype.Resident, "another meter was read last month", Wish.None, story =>
        {
            Read(story, 1)["meter_id"] = story.NextId("meter");
            Read(story).With(("last_read", 5000m), ("this_read", 12m));
        }),
        Miss(Archetype.Resident, "new meter begins at zero", Wish.None, story => Read(story).With(("last_read", 0m), ("this_read", 12m))),
        Miss(Archetype.Resident, "equal readings", Wish.None, story => Read(story).With(("last_read", 5000m), ("this_read", 5000m))),
        Miss(Archetype.Resident, "estimated in the month before", Wish.None, story => Read(story, 1)["mr_status"] = "03"),
    ];

    private static Row Read(AccountStory story, int back = 0) => story.All("mr_read").First(row => row.Text("ym") == story.Month.Add(-back).Ym);
}
