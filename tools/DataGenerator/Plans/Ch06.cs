using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>高压新户首次抄表不及时.</summary>
public sealed class Ch06 : ThemePlan
{
    public override string Theme => "CH-06";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.HighVoltageBusiness, "31 days, no bill", new(Since: month.Last.AddDays(-31)), Unbilled),
        Hit(Archetype.Industry, "two years, no bill", new(Since: month.Add(-24).Day(5)), Unbilled),
        Miss(Archetype.HighVoltageBusiness, "30 days, no bill", new(Since: month.Last.AddDays(-30)), Unbilled),
        Miss(Archetype.Business, "low voltage, no bill", new(Since: month.Add(-3).Day(5)), Unbilled),
        Miss(Archetype.Industry, "new and billed", new(Since: month.Add(-3).Day(5)), AsWished),
    ];

    private static void Unbilled(AccountStory story)
    {
        foreach (var table in new[] { "bill", "mr_read", "receivable", "payment", "bill_demand" })
        {
            story.RemoveAll(table);
        }
    }
}
