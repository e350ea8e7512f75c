using System.Globalization;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Tests.Activities;

/// <summary>The instants of a cron expression, in the zone of the people who wait for it.</summary>
public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 8 L * *", "2028-02-10T00:00", "2028-02-29T08:00")]
    [InlineData("0 8 L * *", "2028-02-29T08:00", "2028-03-31T08:00")]
    [InlineData("0 0 8 LW * ?", "2026-05-01T00:00", "2026-05-29T08:00")]
    [InlineData("0 8 15W * *", "2026-08-01T00:00", "2026-08-14T08:00")]
    [InlineData("0 8 * * MON#1", "2026-11-22T00:00", "2026-12-07T08:00")]
    [InlineData("0 22-1 * * *", "2026-11-22T23:30", "2026-11-23T00:00")]
    [InlineData("@monthly", "2026-11-22T00:00", "2026-12-01T00:00")]
    [InlineData("*/10 0 8 * * 7", "2026-11-22T08:00:10", "2026-11-22T08:00:20")]
    [InlineData("0 8 13 * FRI", "2026-11-22T00:00", "2027-08-13T08:00")]
    public void Next_InShanghai_IsTheFirstInstantAfter(string expression, string after, string next) =>
        Assert.Equal(Utc(next), CronSchedule.TryParse(expression)!.Next(Utc(after), Shanghai));

    [Fact]
    public void Next_DayThatNeverComes_IsNone() => Assert.Null(CronSchedule.TryParse("0 8 30 2 *")!.Next(Utc("2026-11-22T00:00"), Shanghai));

    [Fact]
    public void Next_LocalTimeThatTheClockSkips_FiresWhenTheClockGoesOn() => Assert.Equal(
        new DateTime(2026, 3, 29, 1, 0, 0, DateTimeKind.Utc),
        CronSchedule.TryParse("30 2 * * *")!.Next(new(2026, 3, 28, 12, 0, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0 8 * *")]
    [InlineData("0 0 8 * * ? 2027")]
    [InlineData("0 24 * * *")]
    public void TryParse_NoExpression_IsNone(string? text) => Assert.Null(CronSchedule.TryParse(text));

    private static TimeZoneInfo Shanghai { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static DateTime Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(local, CultureInfo.InvariantCulture), Shanghai);
}
