using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Recovery;

/// <summary>The calculators of the handling form: basic fee, power factor, capacity by valley energy, breach, theft, late payment.</summary>
public static class Calculators
{
    private static readonly IReadOnlyList<CalculatorOption> YesNo = [new("no", new("否", "No")), new("yes", new("是", "Yes"))];
    private static readonly TwoLanguages Recover = new("应补", "To recover");
    private static readonly TwoLanguages Penalty = new("违约使用电费", "Penalty");

    public static IReadOnlyList<Calculator> All { get; } =
    [
        Fee() with { Themes = ["DJ-01", "DJ-02", "DJ-03", "DJ-04", "DJ-05", "DJ-06", "DJ-07", "DJ-19", "HT-04"] },
        Factor() with { Themes = ["DJ-08", "DJ-09"] },
        Valley() with { Themes = ["YJ-01"] },
        OfBreach() with { Themes = ["YJ-02", "YJ-04", "DJ-11", "DJ-12", "DJ-13"] },
        OfTheft() with { Themes = ["YJ-03"] },
        Late() with { Themes = ["CH-11"] },
    ];

    private static CalculatorField Number(string name, string zh, string en, string unit, string otherwise = "0", decimal? max = null) => new(name, "number", new(zh, en), unit, otherwise, 0, max);

    private static CalculatorField Day(string name, string zh, string en) => new(name, "date", new(zh, en));

    private static Calculator Fee() => new("basic-fee", new("基本电费少计", "Basic fee under-collected"),
        new("发改办价格〔2016〕1583号；发改价格〔2023〕526号；不足整月：1996年规则按 1/30，2024年规则按当月天数", "NDRC office notice 1583/2016; NDRC price notice 526/2023; part months by thirtieths (1996 Rules) or calendar days (2024 Rules)"),
        [
            new("mode", "choice", new("计费方式", "Mode"), Default: "capacity", Options: [new("capacity", new("按容量", "By capacity")), new("contract", new("按合同需量", "By contract demand")), new("actual", new("按实际需量", "By actual demand"))]),
            Number("capacity", "计费容量", "Capacity", "kVA"), Number("contract", "合同需量", "Contract demand", "kW"), Number("read", "抄见最大需量", "Demand read", "kW"),
            Number("energy", "当月电量", "Energy of the month", "kWh"), Number("price", "容量或需量电价", "Price of capacity or demand", "元/kVA·月"), Day("month", "账期首日", "First day of the month"),
            Number("days", "计费天数（31 表示整月）", "Days (31 for the whole month)", "天", "31", 31), Number("billed", "已收基本电费", "Basic fee billed", "元"),
        ], values =>
        {
            var price = BasicFee.DemandPrice(values.Number("price"), values.Number("energy"), values.Number("capacity"), values.Day("month"));
            var month = values.Choice("mode") switch
            {
                "contract" => BasicFee.ByContractDemand(values.Number("contract"), values.Number("read"), price),
                "actual" => BasicFee.ByActualDemand(values.Number("read"), price),
                _ => BasicFee.ByCapacity(values.Number("capacity"), values.Number("price")),
            };
            var due = BasicFee.ForDays(month, values.Whole("days"), values.Day("month"), Regime.On(values.Day("month")));
            return new(Math.Max(0, due - values.Number("billed")), [new(new("整月应计", "Due for the whole month"), month, "元"), new(new("按天数应计", "Due for the days"), due, "元")]);
        });

    private static Calculator Factor() => new("power-factor", new("力调电费", "Power-factor adjustment"), new("《功率因数调整电费办法》(83)水电财字215号", "Measures on power-factor adjustment, (83) 215"),
        [
            new("standard", "choice", new("考核标准", "Standard"), Default: "3", Options: [new("3", new("0.90", "0.90")), new("2", new("0.85", "0.85")), new("1", new("0.80", "0.80"))]),
            Number("active", "有功电量", "Active energy", "kWh"), Number("forward", "正向无功电量", "Reactive energy, forward", "kvarh"), Number("reverse", "反向无功电量", "Reactive energy, reverse", "kvarh"),
            Number("energyFee", "电度电费", "Energy fee", "元"), Number("basicFee", "基本电费", "Basic fee", "元"), new("billed", "number", new("已计力调电费", "Adjustment billed"), "元", "0", -1_000_000_000m),
        ], values =>
        {
            var factor = PowerFactor.Of(values.Number("active"), values.Number("forward"), values.Number("reverse"));
            var percent = PowerFactor.Percent(values.Choice("standard"), factor);
            var due = PowerFactor.Amount(values.Number("energyFee"), values.Number("basicFee"), percent);
            return new(due - values.Number("billed"), [new(new("功率因数", "Power factor"), factor, ""), new(new("调整百分比", "Percentage"), percent, "%"), new(new("应计力调电费", "Adjustment due"), due, "元")]);
        });

    private static Calculator Valley() => new("valley-capacity", new("超容量（低谷电量法）", "Over-capacity by valley energy"), new("《供电营业规则》(1996) 第100条第2款；2024年规则第101条", "Supply Rules 1996, article 100(2); 2024 Rules, article 101"),
        [
            Number("capacity", "合同容量", "Contract capacity", "kVA"), Number("valley", "当月谷段电量", "Valley energy of the month", "kWh"), Number("hours", "每日谷段小时", "Valley hours a day", "小时", "8", 24),
            Number("days", "当月天数", "Days of the month", "天", "30", 31), Number("allowed", "允许超出", "Allowed excess", "", "0.2", 1), new("twoPart", "choice", new("两部制用户", "Two-part user"), Default: "yes", Options: YesNo),
            Number("months", "使用月数", "Months of use", "月", "1"), Number("price", "容量电价", "Price of capacity", "元/kVA·月"), Day("found", "查获日期", "Found on"),
        ], values =>
        {
            var most = ValleyCapacity.MostEnergy(values.Number("capacity"), values.Number("allowed"), values.Number("hours"), values.Whole("days"));
            var extra = values.Number("valley") > most ? ValleyCapacity.Extra(values.Number("capacity"), values.Number("valley"), values.Number("hours"), values.Whole("days")) : 0;
            var claim = Breach.Of(new(BreachKind.Capacity, values.Yes("twoPart"), false, extra, values.Number("months"), values.Number("price"), 0, 1, values.Day("found")));
            return new(claim.Total, [new(new("容量可用谷段电量", "Valley energy the capacity allows"), most, "kWh"), new(new("推算超出容量", "Extra capacity implied"), extra, "kVA"),
                new(Recover, claim.Recover, "元"), new(Penalty, claim.Penalty, "元")], claim.UpperBound, claim.Penalty);
        });

    private static Calculator OfBreach() => new("breach", new("违约用电追补", "Breach of the supply contract"), new("《供电营业规则》(1996) 第100条；2024年规则第101条（不高于）", "Supply Rules 1996, article 100; 2024 Rules, article 101 (not higher than)"),
        [
            new("kind", "choice", new("违约类型", "Kind"), Default: "capacity", Options: [new("category", new("擅改用电类别", "Category changed")), new("capacity", new("超容量", "Over capacity")),
                new("suspended", new("使用已暂停设备", "Suspended equipment used")), new("metering", new("擅动计量装置", "Metering touched")), new("exchange", new("擅自引入供出电源", "Power taken in or given out"))]),
            new("twoPart", "choice", new("两部制用户", "Two-part user"), Default: "yes", Options: YesNo), new("residential", "choice", new("居民", "Household"), Default: "no", Options: YesNo),
            Number("kilowatts", "涉及容量", "Capacity concerned", "kW"), Number("months", "使用月数", "Months of use", "月", "1"), Number("price", "容量电价", "Price of capacity", "元/kW·月"),
            Number("energy", "差价电量", "Energy at the wrong price", "kWh"), Number("difference", "单价差", "Price difference", "元/kWh"), Number("times", "次数", "Times", "次", "1", 1000), Day("found", "查获日期", "Found on"),
        ], values =>
        {
            var kind = Enum.Parse<BreachKind>(values.Choice("kind"), true);
            var claim = Breach.Of(new(kind, values.Yes("twoPart"), values.Yes("residential"), values.Number("kilowatts"), values.Number("months"), values.Number("price"),
                values.Number("energy") * values.Number("difference"), values.Whole("times"), values.Day("found")));
            return new(claim.Total, [new(Recover, claim.Recover, "元"), new(Penalty, claim.Penalty, "元")], claim.UpperBound, claim.Penalty);
        });

    private static Calculator OfTheft() => new("theft", new("窃电追补", "Theft"), new("《供电营业规则》(1996) 第102、103条：时间不明按 180 天，动力每日 12 小时、照明 6 小时", "Supply Rules 1996, articles 102, 103: 180 days where the time is unknown, 12 h a day for power, 6 h for lighting"),
        [
            Number("kilowatts", "窃电容量", "Stolen load", "kW"), new("lighting", "choice", new("照明用户", "Lighting user"), Default: "no", Options: YesNo),
            Number("days", "窃电天数（不明填 180）", "Days (180 if unknown)", "天", "180", 36500), Number("hours", "每日小时（0 按规则）", "Hours a day (0 by the rules)", "小时", "0", 24), Number("price", "电价", "Price", "元/kWh"), Day("found", "查获日期", "Found on"),
        ], values =>
        {
            var hours = values.Number("hours") > 0 ? values.Number("hours") : Theft.HoursADay(values.Yes("lighting"));
            var energy = Theft.Energy(values.Number("kilowatts"), hours, values.Whole("days"));
            var claim = Theft.Of(energy, values.Number("price"), values.Day("found"));
            return new(claim.Total, [new(new("窃电量", "Stolen energy"), energy, "kWh"), new(Recover, claim.Recover, "元"), new(Penalty, claim.Penalty, "元")], claim.UpperBound, claim.Penalty);
        });

    private static Calculator Late() => new("late-payment", new("电费违约金", "Penalty for late payment"), new("《供电营业规则》(1996) 第98条", "Supply Rules 1996, article 98"),
        [
            Number("debt", "欠费", "Debt", "元"), Day("due", "交费截止日", "Due on"), Day("paid", "结清日", "Paid on"), new("residential", "choice", new("居民", "Household"), Default: "no", Options: YesNo),
            Number("billed", "已收违约金", "Penalty received", "元"),
        ], values =>
        {
            var due = LatePayment.Of(values.Number("debt"), values.Day("due"), values.Day("paid"), values.Yes("residential"));
            return new(Math.Max(0, due - values.Number("billed")), [new(new("应计违约金", "Penalty due"), due, "元")]);
        });
}
