namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>Indicators at the edges of their months and limits, and those that a quiet county has no rows for.</summary>
public sealed class IndicatorBoundaries
{
    [Theory]
    [InlineData("A10", "YK-Z03", 10, "1/1")]
    [InlineData("A10", "YK-Z03", 10.01, "0/1")]
    [InlineData("A12", "YK-Z04", 5, "1/1")]
    [InlineData("A15", "YK-Z05", 5.5, "0/1")]
    public void Step_AtItsLimit_IsInTime(string step, string indicator, double days, string counted)
    {
        var scene = new Scene("202605");
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "104"), ("volt_class", "H"), ("ps_num", "1"));
        scene.Add("biz_step", ("app_no", "A"), ("step", step), ("begin_time", null), ("end_time", Story.At("2026-05-31 23:59:59")), ("workdays", (decimal)days));
        Assert.Equal(counted, scene.Count(indicator));
    }

    [Theory]
    [InlineData("2024-02-29 23:59:59", "202402", "1/")]
    [InlineData("2024-03-01 00:00:00", "202402", "")]
    [InlineData("2024-02-01 00:00:00", "202402", "1/")]
    public void Order_ArchivedAtTheEdgeOfALeapFebruary_CountsInItsMonth(string archived, string ym, string counted)
    {
        var scene = new Scene(ym);
        scene.Add("biz_app", ("app_no", "A"), ("biz_type", "101"), ("arc_time", Story.At(archived)));
        Assert.Equal(counted, scene.Count("YK-Z01"));
    }

    [Fact]
    public void Hazard_FoundInTheMonth_IsToldOrNot()
    {
        var scene = new Scene("202605");
        scene.Add("safety_hazard", ("found_date", Story.Day("2026-05-01")), ("notify_flag", true));
        scene.Add("safety_hazard", ("found_date", Story.Day("2026-05-31")), ("notify_flag", null));
        scene.Add("safety_hazard", ("found_date", Story.Day("2026-06-01")), ("notify_flag", true));
        Assert.Equal("1/2", scene.Count("YJ-Z03"));
    }

    [Fact]
    public void Cash_DepositedTheNextDayOrNever_IsInTimeOrLate()
    {
        var scene = new Scene("202605");
        scene.Add("payment", ("pay_time", Story.At("2026-05-10 10:00:00")), ("settle_mode", "01"), ("cashchk_time", Story.At("2026-05-11 17:00:00")));
        scene.Add("payment", ("pay_time", Story.At("2026-05-10 10:00:00")), ("settle_mode", "03"), ("cashchk_time", Story.At("2026-05-12 00:00:00")));
        scene.Add("payment", ("pay_time", Story.At("2026-05-10 10:00:00")), ("settle_mode", "02"), ("cashchk_time", null));
        scene.Add("payment", ("pay_time", Story.At("2026-05-10 10:00:00")), ("settle_mode", "05"), ("cashchk_time", null));
        scene.Add("payment", ("pay_time", Story.At("2026-05-10 10:00:00")), ("settle_mode", "01"), ("cashchk_time", null), ("reversed", true));
        Assert.Equal("1/3", scene.Count("CH-Z16"));
    }

    [Fact]
    public void Plan_NeverUploaded_IsNotOnTime()
    {
        var scene = new Scene("202605");
        scene.Add("mr_plan", ("mr_sect_no", "S1"), ("plan_date", Story.Day("2026-05-10")), ("upload_time", Story.At("2026-05-11 23:59:59")));
        scene.Add("mr_plan", ("mr_sect_no", "S2"), ("plan_date", Story.Day("2026-05-10")), ("upload_time", Story.At("2026-05-12 00:00:00")));
        scene.Add("mr_plan", ("mr_sect_no", "S3"), ("plan_date", Story.Day("2026-05-10")), ("upload_time", null));
        Assert.Equal("1/3", scene.Count("CH-Z01"));
    }

    [Fact]
    public void Price_OfBillsWithoutEnergy_HasNothingToDivideBy()
    {
        var scene = new Scene("202605");
        scene.Add("bill", ("total_amt", 10m), ("pq", 0m));
        Assert.Equal("10/0", scene.Count("DJ-Z03"));
    }
}
