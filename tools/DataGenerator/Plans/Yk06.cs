using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>一址多户规避两部制: groups of accounts at one address; all but the first of a group are partners.</summary>
public sealed class Yk06 : ThemePlan
{
    public override string Theme => "YK-06";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        .. Group(true, "two accounts of 200 kVA, one owner", "A", ("K1", 200m), ("K1", 200m)),
        .. Group(true, "exactly 315 kVA", "B", ("K2", 157.5m), ("K2", 157.5m)),
        .. Group(true, "two owners at one address, the first", "C", ("K3", 200m), ("K3", 200m)),
        .. Group(true, "two owners at one address, the second", "C", ("K4", 200m), ("K4", 160m)).Select((plant, i) => i > 0 ? plant : plant with { Key = story => Address("C") + " / K4" }),
        .. Group(false, "314.99 kVA", "D", ("K5", 157.5m), ("K5", 157.49m)),
        .. Group(false, "two owners of one account each", "E", ("K6", 200m), ("K7", 200m)),
        .. Group(false, "one account", "F", ("K8", 250m)),
    ];

    private static string Address(string letter) => $"370306-园区\"{letter}\"座,1号";

    private static IEnumerable<AccountPlant> Group(bool planted, string note, string letter, params (string Owner, decimal Capacity)[] accounts) =>
        accounts.Select((account, i) => new AccountPlant(Archetype.HighVoltageBusiness, note, planted, new Wish(account.Capacity), story => story.Cons.With(("addr_norm", Address(letter)),
            ("cust_no", account.Owner), ("org_no", "37030601"))) { Key = story => i == 0 ? Address(letter) : null });
}
