using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.DataGenerator.Accounts;
using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>电费虚假实收、异常冲正.</summary>
public sealed class Ch09 : ThemePlan
{
    public override string Theme => "CH-09";

    public override IEnumerable<AccountPlant> Accounts(Month month) =>
    [
        Hit(Archetype.Industry, "10,000 yuan reversed the day after", Wish.None, story => Reversed(story, 10_000m, 1)),
        Hit(Archetype.Industry, "paid on the last day, reversed next month", Wish.None, story => Reversed(story, 52_000m, 3, month.Last)),
        Miss(Archetype.Industry, "9,999.99 yuan", Wish.None, story => Reversed(story, 9999.99m, 1)),
        Miss(Archetype.Industry, "reversed on the same day", Wish.None, story => Reversed(story, 30_000m, 0)),
        Miss(Archetype.Industry, "paid in the month before", Wish.None, story => Reversed(story, 30_000m, 1, month.Previous.Last)),
    ];

    public override IEnumerable<FreePlant> Free =>
    [
        new("eleven reversals of one clerk", true, free => Clerk(free, 11)),
        new("six each under two stations", true, free => Clerk(free, 12, twoStations: true)),
        new("ten reversals of one clerk", false, free => Clerk(free, 10)),
        new("eleven reversals without a clerk", false, free => Clerk(free, 11, nobody: true)),
    ];

    private static void Reversed(AccountStory story, decimal amount, int days, DateOnly? day = null) => story.Add(Payment(story.NextId("payment"), story.Number, story.OrgNo,
        amount, (day ?? story.Month.Day(27)).ToDateTime(new TimeOnly(10, 0)), null).With(("reverse_time", (day ?? story.Month.Day(27)).AddDays(days).ToDateTime(new TimeOnly(11, 0)))));

    private static string Clerk(FreeRows free, int count, bool twoStations = false, bool nobody = false)
    {
        var clerk = $"E{free.Id / 100 % 100_000}";
        if (twoStations)
        {
            free.Add("staff", ("emp_no", clerk), ("emp_name", "收费员"), ("org_no", free.Station.OrgNo), ("position", "收费员"), ("active", true));
        }

        for (var i = 0; i < count; i++)
        {
            var org = twoStations && i % 2 == 0 ? "37030601" : free.Station.OrgNo;
            free.Add(Payment(free.Id + i, $"Q{free.Id + i}", org, 90m, free.At(12, 9, i), nobody ? null : clerk).With(("reverse_time", free.At(12, 9, i + 1))));
        }

        return clerk;
    }

    private static Row Payment(long id, string account, string org, decimal amount, DateTime at, string? clerk) => new Row(MarketingModel.Current["payment"]).With(("pay_id", id),
        ("cons_no", account), ("org_no", org), ("amt", amount), ("pay_time", at), ("pay_mode", "01"), ("settle_mode", "01"), ("emp_no", clerk), ("reversed", true));
}
