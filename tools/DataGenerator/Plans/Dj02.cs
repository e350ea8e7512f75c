using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>不应收取基本电费而收取.</summary>
public sealed class Dj02 : ThemePlan
{
    public override string Theme => "DJ-02";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Resident, "household charged a basic fee", Wish.None, story => Charge(story.Bills, 64m));
        yield return Hit(Archetype.Irrigation, "irrigation charged a basic fee", Wish.None, story => Charge(story.Bills, 300m));
        yield return Hit(Archetype.Business, "shop of 80 kVA charged a basic fee", new(80m), story => Charge(story.Bills, 500m));
        yield return Hit(Archetype.Business, "99.999999 kVA charged one cent", new(99.999999m), story => Charge(story.Bills, 0.01m));
        yield return Miss(Archetype.HighVoltageBusiness, "exactly 100 kVA, two-part price by choice", new(100m, Tariffs.BusinessTwoPart), AsWished);
        yield return Miss(Archetype.Industry, "large industry of 80 kVA", new(80m), AsWished);
        yield return Miss(Archetype.Resident, "basic fee in a correction bill only", Wish.None, story => Charge([Change.ExtraBill(story, story.Month, "0202")], 64m));
        yield return Miss(Archetype.Resident, "basic fee in the month before only", Wish.None, story => Charge([story.BillOf(story.Month.Previous)], 64m));
        yield return Miss(Archetype.Business, "basic fee of zero", new(50m), story => Charge(story.Bills, 0m));
    }

    private static void Charge(IEnumerable<Row> bills, decimal fee)
    {
        foreach (var bill in bills)
        {
            bill["base_amt"] = fee;
            Billing.Total(bill);
        }
    }
}
