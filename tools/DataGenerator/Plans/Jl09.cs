using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>长期采集失败.</summary>
public sealed class Jl09 : ThemePlan
{
    public override string Theme => "JL-09";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "seven days in a row", Wish.None, story => Fail(story, 8, 9, 10, 11, 12, 13, 14)),
        Hit(Archetype.Industry, "the first twenty days", Wish.None, story => Fail(story, [.. Enumerable.Range(1, 20)])),
        Miss(Archetype.Resident, "six days in a row", Wish.None, story => Fail(story, 8, 9, 10, 11, 12, 13)),
        Miss(Archetype.Resident, "twelve days, every second one", Wish.None, story => Fail(story, [.. Enumerable.Range(1, 12).Select(i => i * 2)])),
    ];

    private static void Fail(AccountStory story, params int[] days)
    {
        foreach (var day in days)
        {
            Collection.Day(story, day)["succ"] = false;
        }
    }
}
