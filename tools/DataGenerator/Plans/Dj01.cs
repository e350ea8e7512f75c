using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>应执行两部制电价未执行.</summary>
public sealed class Dj01 : ThemePlan
{
    private static readonly DateOnly NewRegime = new(2023, 6, 1);

    public override string Theme => "DJ-01";

    public override IEnumerable<AccountPlant> Accounts(Month month)
    {
        yield return Hit(Archetype.Industry, "large industry, 400 kVA, single-part price", new(400m, Tariffs.IndustrySingle), AsWished);
        yield return Hit(Archetype.Industry, "exactly 315 kVA", new(315m, Tariffs.IndustrySingle), AsWished);
        yield return Hit(Archetype.HighVoltageBusiness, "commerce, 400 kVA, connected on the first day of the new rule", new(400m, Since: NewRegime), AsWished);
        yield return Hit(Archetype.HighVoltageBusiness, "commerce, 630 kVA, connected 2024", new(630m, Since: new DateOnly(2024, 3, 8)), AsWished);
        yield return Hit(Archetype.Industry, "1,000 kVA, single-part price", new(1000m, Tariffs.IndustrySingle), AsWished);
        yield return Miss(Archetype.Industry, "314.999999 kVA", new(314.999999m, Tariffs.IndustrySingle), AsWished);
        yield return Miss(Archetype.HighVoltageBusiness, "connected the day before the new rule: may keep its choice", new(400m, Since: NewRegime.AddDays(-1)), AsWished);
        yield return Miss(Archetype.Industry, "correction bill without two-part price beside a right one", new(400m), story =>
            Change.ExtraBill(story, story.Month, "0202").With(("two_part", false)));
        yield return Miss(Archetype.Industry, "temporary supply, not yet due", new(400m, Tariffs.IndustrySingle), story =>
            story.Cons.With(("tmp_flag", "01"), ("tmp_due_date", story.Options.Today.AddDays(60))));
        yield return Miss(Archetype.Industry, "two-part price applied", new(630m), AsWished);
    }
}
