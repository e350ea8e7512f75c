using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>疑似业务体外循环.</summary>
public sealed class Yk03 : ThemePlan
{
    public override string Theme => "YK-03";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Resident, "meter of this month collected before acceptance", Wish.None, story => Accepted(story, month.Day(12), month.First)),
        Hit(Archetype.Business, "meter installed half a year before acceptance", Wish.None, story => Accepted(story, month.Day(20).AddDays(-180), month.First)),
        Miss(Archetype.Resident, "an order booked on an old account", Wish.None, story => Accepted(story, (DateOnly)story.Meter["install_date"]!, month.First)),
        Miss(Archetype.Resident, "collected from the day of acceptance", Wish.None, story => Accepted(story, month.Day(20), month.Day(20))),
    }.Select(plant => plant with { Key = story => $"Y{story.Index}" });

    public override IEnumerable<FreePlant> Free =>
    [
        new("energised four days after acceptance", true, free => High(free, 4)) { Also = Archived },
        new("energised before acceptance", true, free => High(free, -1)) { Also = Archived },
        new("energised five days after acceptance", false, free => High(free, 5)) { Also = Archived },
        new("low voltage, next day", false, free => High(free, 1, "102")),
    ];

    private static readonly string[] Archived = ["YK-04"];

    private static void Accepted(AccountStory story, DateOnly installed, DateOnly collected)
    {
        Collection.Ensure(story);
        foreach (var row in story.All("coll_day").Where(row => (DateOnly)row["data_date"]! < collected))
        {
            story.Remove(row);
        }

        story.Meter["install_date"] = installed;
        story.Add(Orders.Of($"Y{story.Index}", "101", story.OrgNo, story.Month.Day(20).ToDateTime(new TimeOnly(9, 0)), null, null, story.Number));
    }

    private static string High(FreeRows free, int days, string type = "104")
    {
        var order = Orders.Of($"B{free.Id}", type, free.Station.OrgNo, free.At(3, 9), free.At(3, 15).AddDays(days), free.At(20, 9));
        free.Add(order);
        return order.Text("app_no");
    }
}
