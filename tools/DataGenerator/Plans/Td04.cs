using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>欠费停复电不规范.</summary>
public sealed class Td04 : ThemePlan
{
    public override string Theme => "TD-04";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Resident, "household, six days of notice", Wish.None, story => Cut(story, 6, 10)),
        Hit(Archetype.Business, "shop, two days of notice", Wish.None, story => Cut(story, 2, 10)),
        Hit(Archetype.Resident, "no notice", Wish.None, story => Cut(story, null, 10)),
        Hit(Archetype.Business, "reconnected a second more than a day after payment", Wish.None, story => Cut(story, 9, 24, 1)),
        Hit(Archetype.Business, "paid, never reconnected", Wish.None, story => Cut(story, 9, 24)["restore_time"] = null),
        Miss(Archetype.Resident, "household, seven days of notice", Wish.None, story => Cut(story, 7, 10)),
        Miss(Archetype.Business, "shop, three days of notice", Wish.None, story => Cut(story, 3, 10)),
        Miss(Archetype.Business, "reconnected exactly a day after payment", Wish.None, story => Cut(story, 9, 24)),
        Miss(Archetype.Business, "not paid, not reconnected", Wish.None, story => Cut(story, 9, 24).With(("paid_time", null), ("restore_time", null))),
    }.Select(plant => plant with { Key = story => $"{story.The("arrears_cut")["cut_id"]}" });

    private static Row Cut(AccountStory story, int? notice, int hours, int seconds = 0)
    {
        var cut = story.Month.Day(12).ToDateTime(new TimeOnly(9, 0));
        var paid = cut.AddDays(1);
        return story.Add("arrears_cut", ("cut_id", story.NextId("arrears_cut")), ("cons_no", story.Number), ("org_no", story.OrgNo), ("notice_time", notice is { } days ? cut.AddDays(-days) : null),
            ("cut_time", cut), ("paid_time", paid), ("restore_time", paid.AddHours(hours).AddSeconds(seconds)));
    }
}
