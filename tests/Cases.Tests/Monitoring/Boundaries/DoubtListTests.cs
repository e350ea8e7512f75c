using System.Reflection;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;
using CaseMgmt.DataGenerator.Plans;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// Every place where the handbook's rules were doubted: the theme says in its notes or its calibre what it does instead, and a story or a planted row shows it.
/// The list is whole by theme; a note that goes, or a case that is renamed away, fails here.
/// </summary>
public sealed class DoubtListTests
{
    public static TheoryData<string, string, string, string> Doubts => new()
    {
        { "DJ-07", "who rightly gets 90 % is reported", "逐户按每千伏安 260 千瓦时判断", "90 % of the demand price at exactly 260 kWh per kVA" },
        { "DJ-19", "who rightly gets 90 % is judged by another rule than in DJ-07", "每千伏安电量按户全部电价的电量之和计", "exactly 260 kWh per kVA at 90 %" },
        { "DJ-06", "reads of 101 to 105 % of both contracts", "合同的 101–105 % 只按合同计费", "both feeds at 105 % of the contract, the contract billed" },
        { "DJ-06", "no double part above 105 %", "超过 105 % 的部分才加倍计入", "one feed above 105 %: the excess counts twice" },
        { "DJ-09", "tolerance on floats", "恰好 0.01 不报", "a hundredth above 0.90" },
        { "YJ-02", "stops of one transformer are added, gaps covered", "逐日按当日在停的容量判断", "load between two stops of one transformer" },
        { "CH-03", "moved account is split", "按户不按单位合计", "moved between stations in the three months" },
        { "CH-03", "bill rows counted as months", "重复账单把两个零月变成三个", "two months, one billed twice" },
        { "CH-03", "one limit for all kinds", "居民与其他用户分设限值", "household: five zero months, six are the limit" },
        { "CH-04", "one limit for all kinds", "高低压分设电量下限", "high voltage at 1,500 kWh" },
        { "JL-03", "one limit for all kinds", "高低压分设限值", "high voltage, 50 kWh back" },
        { "CH-07", "moved account is split", "按户而不按应收单位合计", "two months of debt under two stations" },
        { "KF-02", "moved account is split", "按户而非受理单位合计", "moved between stations: one complaint under each" },
        { "CH-08", "moved account is split", "不按应收单位拆分", "moved: an old debt under each of two stations is one debt" },
        { "DJ-17", "moved account is split", "户换所不再被拆开", "moved: two changes under each of two stations" },
        { "DJ-18", "moved account is split", "不按退补单位拆分", "account moved: 6,000 yuan under each of two stations" },
        { "YJ-01", "moved account is split", "按户而非按账单单位合计", "moved between stations between the two months" },
        { "JL-01", "moved account is split", "不再被拆成两行而漏报", "moved: 0.6 kWh under each of two stations after removal" },
        { "JL-03", "moved account is split", "按户合计，单位取自用户档案", "moved: 60 and 40.01 kWh under two stations" },
        { "JL-09", "moved account is split", "均失败的表", "moved: four failed days under one station and three under the next" },
        { "TD-02", "area split by the row's unit", "单位取自台区", "the first of three lies sixty days back across the leap day" },
        { "CH-06", "unbilled for 401 days disappears", "取消 400 天上限", "no bill for 401 days" },
        { "DJ-18", "policy refund in the second branch", "第二分支补充排除政策性退补", "policy refund of 60,000 yuan that the county approved" },
        { "HT-02", "expiring though renewed", "已签续签合同的不再报", "ends in ten days, the renewal is signed" },
        { "YJ-04", "multiple is an upper bound since 2024", "倍数是上限", "found under the rules of 2024: three times is the most" },
        { "YJ-04", "terminated is told for ever", "终止的案件只在终止当月报", "terminated in an earlier month" },
        { "DJ-11", "place names are no factories", "厂前街", "a street named after a factory" },
        { "DJ-11", "eating houses, inns and internet bars are missed", "漏掉饭店、宾馆、网吧", "an inn and an internet bar" },
        { "DJ-10", "one period empty", "分时电量为空按零", "one of the four periods empty" },
        { "JL-07", "never tested", "对从未检验的表看不见", "class I, in service for years, never tested" },
        { "KF-03", "never arrived", "没有到达时间的取办结时间或数据日", "the crew never arrived" },
        { "TD-03", "not restored", "没有送电时间的取数据日", "the power never came back" },
        { "TD-04", "never connected again", "结清后一直未复电的取数据日", "paid, and never connected again" },
        { "DJ-08", "standard empty", "标准为空也报", "standard never recorded" },
        { "DJ-14", "loss empty", "变损为空按零判断", "loss never recorded at low-voltage metering" },
        { "DJ-15", "rate empty", "线损率、线损标志为空按零判断", "loss charged at no rate" },
        { "CH-11", "penalty empty", "空值按零", "paid late, the penalty never recorded" },
        { "JL-06", "due date empty", "没有到期日本身就是异常", "no due date" },
        { "SC-03", "multiple empty", "倍数为空按零判断", "multiple never recorded" },
        { "KF-04", "neither score nor call-back", "尚未回访", "neither score nor call-back" },
        { "CH-09", "reversals without a clerk", "没有收费员的（网络）冲正不归到空对象", "no clerk, eleven reversals" },
        { "KF-01", "hours counted by boundaries", "按秒比较", "24 hours and a half between two working days" },
        { "KF-01", "clock hours for a working day", "按工作日历扣除节假日", "Friday evening to Monday morning is no working day" },
        { "TD-01", "hours counted by boundaries", "按分钟而非跨小时数比较", "a second short of seven days" },
        { "TD-04", "hours counted by boundaries", "24 小时 30 分算超时", "connected again after 24 hours and a half" },
        { "KF-03", "minutes with seconds", "45 分 30 秒算超时", "town, 45 minutes and a half" },
        { "TD-03", "minutes with seconds", "超过", "planned outage, 30 minutes and a second over" },
        { "HT-01", "trailing blanks", "号码尾部空格不算位数", "a blank behind a good number" },
        { "HT-01", "letters pass for digits", "字母不再当作数字", "letters in the number" },
        { "DJ-19", "division before the test of zero", "合同容量为零不会相除", "no contract capacity" },
        { "DJ-13", "limit on floats", "@winter_kwh", "exactly 500 kWh in winter" },
        { "SC-01", "limit on floats", "恰好等于限值不报", "exactly half as much again" },
        { "XS-05", "limit on floats", "不受浮点误差影响", "an endless mean, just over three points" },
        { "DJ-16", "limit on floats", "恰好 25 % 不报", "three months of history, exactly a quarter up" },
        { "DJ-17", "last second of the month", "月末最后一秒不丢", "changed in the last second of the 29th of February" },
        { "DJ-01", "commerce and services left out", "526号同样适用于商业与服务业", "commerce of 400 kVA connected under the rule of 2023" },
        { "DJ-01", "households and farming not told apart", "居民和农业类别不报", "a village and a pumping station of 400 kVA" },
        { "DJ-02", "correction bills judged as normal", "补充 amt_type='01'", "basic fee in a correction bill only" },
        { "DJ-19", "correction bills judged as normal", "只看正常电费", "a correction bill alone" },
        { "DJ-10", "correction bills judged as normal", "四个分支都只看正常电费", "correction bill without time of use" },
        { "YJ-03", "correction bills in the mean", "平均值与当月都只看正常电费", "mean raised by a correction bill only" },
        { "SC-05", "correction bills judged as normal", "只看正常电费", "a correction bill alone" },
        { "CH-07", "correction bills judged as normal", "第二分支只看正常电费", "half stopped, only a correction bill is large" },
        { "DJ-03", "sealed from the second day", "按日分摊", "sealed from the second day: the fee of one day is due" },
        { "DJ-04", "counted for each transformer", "条款按用户计", "185 days of the year in two stops of two transformers" },
        { "DJ-04", "last day left out", "参考规则少算末日一天", "184 days of a leap year" },
        { "DJ-04", "first branch before July", "七月起才可能出现", "185 days of a leap year" },
        { "DJ-05", "cannot fire today", "2016-06-30 后不再适用", "connected 730 days before the 29th of February" },
        { "DJ-07", "transformers are of today, the bill of the month", "变压器表是现状", "sealed after the month's end, billed in full" },
        { "DJ-07", "stops of a part of the month without order", "本月有停、启用或投运的户也排除", "stopped on the tenth, no order recorded" },
        { "HT-04", "transformers are of today", "不用于重跑旧月份", "a second transformer was taken down" },
        { "DJ-14", "no number for the iron loss", "铁损限值给出数值默认", "iron loss of 200 kWh without energy" },
        { "DJ-16", "a proper stop swings the price", "窗口内有停、启用的户不比", "the fee halved by a proper stop" },
        { "CH-10", "network payments have no deposit", "只看现金、POS、支票", "paid over the network, never deposited" },
        { "CH-05", "meter changed", "换表后的首次抄表", "a new meter begins lower than the old one ended" },
        { "CH-12", "mode 102 is in no list", "102 不在代码表中", "a section that is read from afar" },
        { "JL-08", "every late repair for ever", "已修复的只在修复当月报", "repaired late half a year ago" },
        { "YJ-06", "the same row every month", "状态未变期间每月都报", "late but removed" },
        { "YK-07", "the same row every month", "超期未办期间每月都报", "overdue and closed" },
        { "CH-08", "the same row every month", "欠费未清期间每月都报", "old and paid" },
        { "CH-12", "the same row every month", "状态未变期间每月都报", "exactly 730 days" },
        { "YK-05", "the same row every month", "在途期间每月都在总体内", "given up" },
        { "JL-09", "any days instead of days in a row", "改为连续", "twelve days, every second one" },
        { "YK-01", "households and low voltage alike", "居民与低压非居民的时限分开", "household, answered after 4 working days" },
        { "YK-01", "working days as recorded", "工作日由日历重算", "30 days recorded, 10 by the calendar" },
        { "YK-01", "several late steps are one row", "一张工单几个环节超时只报一行", "two late steps of one order" },
        { "YK-02", "a step without end", "竣工检验或合同至今未完成的也报", "contract never finished" },
        { "YK-02", "only the last step in the month", "后补的检验、合同在本月完成的也报", "energised last month, contract added this month" },
        { "YK-03", "every meter of the account", "只看受理前 @back_days 天内装的表", "an order booked on an old account" },
        { "YK-06", "two owners collapse, signs in the key", "同一地址有两个客户都命中时", "two owners at one address of quotes, commas and two lines" },
        { "YK-09", "agent and legal person of today", "取自当前档案", "agent is not the legal person" },
        { "HT-01", "state and kind of contact ignored", "共用号码只看在用户的账务电话", "the sixth is closed" },
        { "TD-02", "cuts for arrears and orderly use counted", "不计欠费停电（05）与有序用电（06）", "three outages, one of them for orderly use" },
        { "XS-04", "a line and an area of one number collapse", "对象键加类型前缀", "a line and an area of one number" },
        { "XS-05", "a line and an area of one number collapse", "对象键加类型前缀", "a line and an area of one number, both changed" },
        { "SC-02", "connected this month", "统计窗口内才并网的电源不报零发电", "connected on the first day of the window" },
        { "SC-03", "left in the middle of the month", "月中或月后退市的不算已退市", "left on the first day of the month" },
        { "SC-03", "several rows of one user", "一户几条记录只取本月有效的一条", "left once, back since last year" },
        { "SC-04", "default relation after leaving", "退市后应重新签订", "left the market, nothing signed again" },
        { "SC-05", "the second list", "201–205", "a foundry, of the second list" },
    };

    /// <summary>Rules of the day of the data: the run says which day it is.</summary>
    public static TheoryData<string> OfTheDay => ["CH-07", "CH-08", "CH-10", "CH-12", "CH-13", "JL-06", "JL-07", "JL-08", "YK-05", "YK-07", "YJ-04", "YJ-05", "YJ-06", "YJ-07", "HT-02", "KF-01"];

    [Theory, MemberData(nameof(Doubts))]
    public void Doubt_AboutARule_IsAnsweredByTheThemeAndShown(string code, string doubt, string says, string shown)
    {
        var theme = ThemeLibrary.Shipped().Find(code)!;
        Assert.True(theme.Notes.Append(theme.Calibre).Any(text => text.Contains(says, StringComparison.Ordinal)), $"{code} does not answer: {doubt}");
        Assert.Contains(shown, CasesOf(code));
    }

    [Theory, MemberData(nameof(OfTheDay))]
    public void Rule_OfTheDay_TakesItFromTheRun(string code) => Assert.Contains("@today", ThemeLibrary.Shipped().Find(code)!.Sql, StringComparison.Ordinal);

    /// <summary>What the stories of this folder and the plants of the generator tell about a theme.</summary>
    private static IEnumerable<string> CasesOf(string code) =>
        typeof(DoubtListTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(Story).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)).Where(property => property.PropertyType == typeof(TheoryData<Story>))
            .SelectMany(property => ((TheoryData<Story>)property.GetValue(null)!).Cast<object[]>().Select(row => (Story)row[0])).Where(story => story.Theme == code).Select(story => story.Told)
            .Concat(Notes(CountyGenerator.Plans.Single(plan => plan.Theme == code)));

    /// <summary>Some plants are of winter or of the second half of a year alone.</summary>
    private static IEnumerable<string> Notes(ThemePlan plan) =>
        [.. new[] { 1, 5, 9 }.SelectMany(month => plan.Accounts(new Month(2026, month))).Select(plant => plant.Note), .. plan.Grid.Select(plant => plant.Note), .. plan.Free.Select(plant => plant.Note)];
}
