using CaseMgmt.DataGenerator.Accounts;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>档案关键字段缺失.</summary>
public sealed class Ht03 : ThemePlan
{
    public override string Theme => "HT-03";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Resident, "no certificate", Wish.None, story => story.Cons["cert_no"] = null),
        Hit(Archetype.Business, "no trade and no address", Wish.None, story => story.Cons.With(("trade_code", null), ("elec_addr", ""))),
        Miss(Archetype.Resident, "no certificate, account closed", Wish.None, story => story.Cons.With(("cert_no", null), ("status", "9"))),
        Miss(Archetype.Resident, "lesser fields are empty", Wish.None, story => story.Cons.With(("load_attr", null), ("agent_name", null))),
    ];
}
