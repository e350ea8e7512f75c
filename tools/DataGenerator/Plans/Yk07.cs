using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>临时用电超期.</summary>
public sealed class Yk07 : ThemePlan
{
    public override string Theme => "YK-07";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Business, "due yesterday", Wish.None, story => Temporary(story, story.Options.Today.AddDays(-1))),
        Hit(Archetype.Business, "no due date at all", Wish.None, story => Temporary(story, null)),
        Miss(Archetype.Business, "due today", Wish.None, story => Temporary(story, story.Options.Today)),
        Miss(Archetype.Business, "overdue and closed", Wish.None, story => Temporary(story, story.Options.Today.AddDays(-30)).With(("status", "9"))),
    ];

    private static Row Temporary(AccountStory story, DateOnly? due) => story.Cons.With(("tmp_flag", "01"), ("tmp_due_date", due));
}
