using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>电价类别与用途不匹配.</summary>
public sealed class Dj11 : ThemePlan
{
    public override string Theme => "DJ-11";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [

        Hit(Archetype.Resident, "residential price, retail trade", Wish.None, story => story.Cons["trade_code"] = "5211"),
        Hit(Archetype.Resident, "residential price, first trade of industry", Wish.None, story => story.Cons["trade_code"] = "0600"),
        Hit(Archetype.Resident, "internet bar on a residential price", Wish.None, story => story.Cons["cons_name"] = "宏源网吧"),
        Hit(Archetype.Resident, "factory on a residential price", Wish.None, story => story.Cons["cons_name"] = "东升机械厂"),
        Hit(Archetype.Industry, "large industry, retail trade", Wish.None, story => story.Cons["trade_code"] = "5211"),
        Hit(Archetype.Irrigation, "irrigation price, manufacture", Wish.None, story => story.Cons["trade_code"] = "1310"),
        Hit(Archetype.Business, "commercial price, farming", Wish.None, story => story.Cons["trade_code"] = "0211"),
        Miss(Archetype.Resident, "street named after a factory", Wish.None, story => story.Cons["cons_name"] = "厂前街冼大勇"),
        Miss(Archetype.Resident, "homes of a company", Wish.None, story => story.Cons["cons_name"] = "东升公司家属区3号楼"),
        Miss(Archetype.Resident, "trade of residents, first code", Wish.None, story => story.Cons["trade_code"] = "9800"),
        Miss(Archetype.Industry, "last trade of industry", Wish.None, story => story.Cons["trade_code"] = "4999"),
        Miss(Archetype.Resident, "closed shop", Wish.None, story => story.Cons.With(("cons_name", "瑞丰超市"), ("status", "9"), ("cancel_date", story.Month.First))),
    ];
}
