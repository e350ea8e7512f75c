using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>计量故障处理超期、差错电量未追退.</summary>
public sealed class Jl08 : ThemePlan
{
    public override string Theme => "JL-08";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Business, "open for eleven days", Wish.None, story => Fault(story, -11, null, 0m, null)),
        Hit(Archetype.Business, "fixed this month after eleven days", Wish.None, story => Fault(story, -31, -20, 0m, null)),
        Hit(Archetype.Industry, "fixed 31 days ago, nothing rebilled", Wish.None, story => Fault(story, -35, -31, 500m, null)),
        Miss(Archetype.Business, "open for ten days", Wish.None, story => Fault(story, -10, null, 300m, null)),
        Miss(Archetype.Business, "fixed late, two months ago", Wish.None, story => Fault(story, -100, -70, 0m, null)),
        Miss(Archetype.Industry, "fixed 30 days ago, nothing rebilled yet", Wish.None, story => Fault(story, -35, -30, 500m, null)),
        Miss(Archetype.Industry, "fixed long ago and rebilled", Wish.None, story => Fault(story, -105, -100, 500m, -70)),
    }.Select(plant => plant with { Key = story => $"{story.The("meter_fault")["fault_id"]}" });

    private static void Fault(AccountStory story, int found, int? repaired, decimal energy, int? rebilled)
    {
        var today = story.Options.Today;
        DateOnly? On(int? days) => days is { } back ? today.AddDays(back) : null;
        story.Add("meter_fault", ("fault_id", story.NextId("meter_fault")), ("cons_no", story.Number), ("mp_id", story.Mp["mp_id"]), ("fault_type", "01"), ("found_date", today.AddDays(found)),
            ("fixed_date", On(repaired)), ("err_pq", energy), ("rs_app_no", null), ("rs_done_date", On(rebilled)));
    }
}
