using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>高压计量装置首检、现场检验超期.</summary>
public sealed class Jl07 : ThemePlan
{
    public override string Theme => "JL-07";

    public override IEnumerable<AccountPlant> Accounts(Month month) => new[]
    {
        Hit(Archetype.Industry, "first test on the 32nd day", Wish.None, story => Tested(story, installed: -200, first: -168, last: -100)),
        Hit(Archetype.Industry, "no first test after 32 days", Wish.None, story => Tested(story, installed: -32, first: null, last: null)),
        Hit(Archetype.Industry, "class I, 93 days ago", Wish.None, story => Tested(story, installed: -900, first: -880, last: -93, "1")),
        Hit(Archetype.Industry, "class II, 184 days ago", Wish.None, story => Tested(story, installed: -900, first: -880, last: -184, "2")),
        Hit(Archetype.Industry, "class III of before 2015, never tested", Wish.None, story => Tested(story, installed: -4800, first: null, last: null)),
        Miss(Archetype.Industry, "first test on the 31st day", Wish.None, story => Tested(story, installed: -200, first: -169, last: -100)),
        Miss(Archetype.Industry, "class I, 92 days ago", Wish.None, story => Tested(story, installed: -900, first: -880, last: -92, "1")),
        Miss(Archetype.Industry, "class III, 366 days ago", Wish.None, story => Tested(story, installed: -900, first: -880, last: -366)),
        Miss(Archetype.Industry, "class IV of before 2015, never tested", Wish.None, story => Tested(story, installed: -4800, first: null, last: null, "4")),
        Miss(Archetype.Business, "low voltage", Wish.None, story => Tested(story, installed: -200, first: null, last: null)),
    }.Select(plant => plant with { Key = story => story.Meter.Text("asset_no") });

    private static void Tested(AccountStory story, int installed, int? first, int? last, string kind = "3")
    {
        var today = story.Options.Today;
        DateOnly? On(int? days) => days is { } back ? today.AddDays(back) : null;
        story.Mp["md_class"] = kind;
        story.Meter.With(("install_date", today.AddDays(installed)), ("first_check_date", On(first)), ("last_check_date", On(last)));
    }
}
