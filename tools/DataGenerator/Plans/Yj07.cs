using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>定比定量未按年核定.</summary>
public sealed class Yj07 : ThemePlan
{
    public override string Theme => "YJ-07";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Business, "checked 367 days ago", Wish.None, story => Fixed(story, -367)),
        Hit(Archetype.Business, "never checked", Wish.None, story => Fixed(story, null)),
        Miss(Archetype.Business, "checked 366 days ago", Wish.None, story => Fixed(story, -366)),
        Miss(Archetype.Business, "metered, not fixed", Wish.None, story => Fixed(story, -900)["pq_calc_mode"] = "1"),
    }.Select(plant => plant with { Key = story => $"{story.Mp["mp_id"]}" });

    private static Row Fixed(AccountStory story, int? days) => story.Mp.With(("pq_calc_mode", "2"), ("fixed_value", 30m),
        ("fixed_check_date", days is { } back ? story.Options.Today.AddDays(back) : null));
}
