using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>用户联系电话异常.</summary>
public sealed class Ht01 : ThemePlan
{
    public override string Theme => "HT-01";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "no contact", Wish.None, story => story.RemoveAll("cons_contact")),
        Hit(Archetype.Resident, "ten digits", Wish.None, story => Phone(story, "1381234567")),
        Hit(Archetype.Resident, "a letter among the digits", Wish.None, story => Phone(story, "1381234567a")),
        Hit(Archetype.Resident, "begins with 2", Wish.None, story => Phone(story, "23812345678")),
        Hit(Archetype.Business, "eight eights", Wish.None, story => Phone(story, "13088888888")),
        Hit(Archetype.Business, "contact of another kind only", Wish.None, story => story.The("cons_contact")["contact_type"] = "01"),
        .. Enumerable.Range(1, 6).Select(i => Hit(Archetype.Business, "one of six with one number", Wish.None, story => Phone(story, "13912340006"))),
        Miss(Archetype.Resident, "a blank behind the number", Wish.None, story => Phone(story, "13812345678 ")),
        Miss(Archetype.Business, "seven sevens", Wish.None, story => Phone(story, "13127777777")),
        .. Enumerable.Range(1, 5).Select(i => Miss(Archetype.Business, "one of five with one number", Wish.None, story => Phone(story, "13912340005"))),
        Miss(Archetype.Business, "the sixth is closed", Wish.None, story =>
        {
            Phone(story, "13912340005");
            story.Cons.With(("status", "9"), ("cancel_date", month.First));
        }),
    ];

    private static void Phone(AccountStory story, string number) => story.The("cons_contact")["mobile"] = number;
}
