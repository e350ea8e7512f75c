using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>业扩资料不全、经办人与证照不一致.</summary>
public sealed class Yk09 : ThemePlan
{
    public override string Theme => "YK-09";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Industry, "agent is not the legal person", Wish.None, story => Order(story, "周大勇", month.Day(20))),
        Miss(Archetype.Business, "low voltage, agent is not the legal person", Wish.None, story => Order(story, "周大勇", month.Day(20))),
        Miss(Archetype.Industry, "no agent recorded", Wish.None, story => Order(story, null, month.Day(20))),
        Miss(Archetype.Industry, "archived in the month before", Wish.None, story => Order(story, "周大勇", month.Previous.Last)),
    }.Select(plant => plant with { Key = story => $"Y{story.Index}" });

    public override IEnumerable<FreePlant> Free =>
    [
        new("papers incomplete, account not made yet", true, free => Papers(free, false)),
        new("not recorded whether the papers are complete", false, free => Papers(free, null)),
    ];

    private static void Order(AccountStory story, string? agent, DateOnly archived)
    {
        story.Cons.With(("agent_name", agent), ("legal_person", "吴春生"));
        var end = archived.ToDateTime(new TimeOnly(23, 59, 59));
        story.Add(Orders.Of($"Y{story.Index}", "211", story.OrgNo, end.AddDays(-20), null, end, story.Number));
    }

    private static string Papers(FreeRows free, bool? complete)
    {
        var order = Orders.Of($"B{free.Id}", "102", free.Station.OrgNo, free.At(3, 9), free.At(14, 9), free.At(20, 9)).With(("doc_complete", complete));
        free.Add(order);
        return order.Text("app_no");
    }
}
