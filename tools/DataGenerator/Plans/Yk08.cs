using CaseMgmt.DataGenerator.County;

namespace CaseMgmt.DataGenerator.Plans;

/// <summary>业务费收取异常.</summary>
public sealed class Yk08 : ThemePlan
{
    public override string Theme => "YK-08";

    public override IEnumerable<FreePlant> Free =>
    [
        new("0.02 yuan too much", true, free => Application(free, 100m, 100.02m)),
        new("charged without standard", true, free => Application(free, null, 500m)),
        new("not collected", true, free => Application(free, 300m, null)),
        new("0.01 yuan off", false, free => Application(free, 100m, 100.01m)),
        new("neither due nor paid", false, free => Application(free, null, null)),
    ];

    private static string Application(FreeRows free, decimal? standard, decimal? paid) => free.Add("biz_app", ("app_no", $"B{free.Id}"), ("biz_type", "102"),
        ("org_no", free.Station.OrgNo), ("volt_class", "L"), ("ps_num", "1"), ("app_cap", 20m), ("accept_time", free.At(3, 9)), ("poweron_time", free.At(14, 9)),
        ("arc_time", free.Month.Last.ToDateTime(new TimeOnly(23, 59, 59))), ("status", "2"), ("return_flag", false), ("std_fee", standard), ("rcved_fee", paid), ("channel", "01"),
        ("callback_flag", true), ("doc_complete", true)).Text("app_no");
}
