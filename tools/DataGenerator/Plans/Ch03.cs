using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>连续零电量.</summary>
public sealed class Ch03 : ThemePlan
{
    public override string Theme => "CH-03";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Business, "shop, three zero months", new(10m), story => Change.ZeroMonths(story, 0, 1, 2));
        yield return Hit(Archetype.HighVoltageBusiness, "high voltage, four zero months", Wish.None, story => Change.ZeroMonths(story, 0, 1, 2, 3));
        yield return Hit(Archetype.Resident, "household, six zero months", Wish.None, story => Change.ZeroMonths(story, 0, 1, 2, 3, 4, 5));
        yield return Hit(Archetype.Business, "moved between stations inside the three months", new(10m), story =>
        {
            Change.ZeroMonths(story, 0, 1, 2);
            story.BillOf(month.Add(-2))["org_no"] = story.OrgNo == "37030603" ? "37030604" : "37030603";
        });
        yield return Miss(Archetype.Business, "two zero months", new(10m), story => Change.ZeroMonths(story, 0, 1));
        yield return Miss(Archetype.Business, "two zero months, one of them billed twice", new(10m), story =>
        {
            Change.ZeroMonths(story, 0, 1);
            Change.ExtraBill(story, month, "01");
        });
        yield return Miss(Archetype.Resident, "household, five zero months", Wish.None, story => Change.ZeroMonths(story, 0, 1, 2, 3, 4));
        yield return Miss(Archetype.Business, "three zero months, not in a row", new(10m), story => Change.ZeroMonths(story, 0, 1, 3));
        yield return Miss(Archetype.Business, "0.01 kWh in the third month", new(10m), story =>
        {
            Change.ZeroMonths(story, 0, 1, 2);
            Change.Energy(story, story.BillOf(month.Add(-2)), 0.01m);
        });
        yield return Miss(Archetype.Business, "closed account", new(10m), story =>
        {
            Change.ZeroMonths(story, 0, 1, 2);
            story.Cons.With(("status", "9"), ("cancel_date", month.Last));
        });
    }
}
