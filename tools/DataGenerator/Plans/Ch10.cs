using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>解款、到账不及时.</summary>
public sealed class Ch10 : ThemePlan
{
    public override string Theme => "CH-10";

    public override IEnumerable<FreePlant> Free =>
    [

        new("cash of the day before yesterday not deposited", true, free => Pay(free, 80m, "01", -2)),
        new("50,000 yuan not confirmed after four days", true, free => Pay(free, 50_000m, "05", -4)),
        new("not recorded whether it was reversed", true, free => Pay(free, 80m, "03", -9, reversed: null)),
        new("cash of yesterday", false, free => Pay(free, 80m, "01", -1)),
        new("network payment, never deposited", false, free => Pay(free, 80m, "05", -9)),
        new("49,999.99 yuan not confirmed after four days", false, free => Pay(free, 49_999.99m, "05", -4)),
        new("50,000 yuan not confirmed after three days", false, free => Pay(free, 50_000m, "05", -3)),
        new("cash, reversed", false, free => Pay(free, 80m, "01", -9, reversed: true)),
    ];

    private static string Pay(FreeRows free, decimal amount, string settled, int days, bool? reversed = false) => $"{free.Add("payment", ("pay_id", free.Id), ("cons_no", $"Q{free.Id}"),
        ("org_no", free.Station.OrgNo), ("amt", amount), ("pay_time", free.Today.AddDays(days).ToDateTime(new TimeOnly(16, 0))), ("pay_mode", "01"), ("settle_mode", settled),
        ("reversed", reversed))["pay_id"]}";
}
