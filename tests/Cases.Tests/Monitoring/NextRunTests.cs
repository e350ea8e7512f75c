using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>When a schedule is due: offices' days, working days of the year's calendar.</summary>
public sealed class NextRunTests
{
    private static readonly WorkingCalendar Calendar = Shipped.Calendar();

    [Theory]
    [InlineData("day", 1, false, "2026-06-10T02:00", "2026-06-11T02:00")]
    [InlineData("day", 1, false, "2026-06-10T01:59", "2026-06-10T02:00")]
    [InlineData("week", 1, false, "2026-06-10T12:00", "2026-06-15T02:00")]
    [InlineData("month", 2, false, "2026-06-10T12:00", "2026-07-02T02:00")]
    [InlineData("quarter", 1, false, "2026-06-10T12:00", "2026-07-01T02:00")]
    public void Schedule_AfterANormalDay_IsDue(string frequency, int day, bool workingDays, string from, string due) => AssertDue(frequency, day, workingDays, from, due);

    [Theory]
    [InlineData("month", 1, false, "2026-09-20T12:00", "2026-10-08T02:00")]
    [InlineData("week", 4, true, "2026-09-30T12:00", "2026-10-08T02:00")]
    public void Schedule_OverANationalHoliday_WaitsForWork(string frequency, int day, bool workingDays, string from, string due) => AssertDue(frequency, day, workingDays, from, due);

    private static void AssertDue(string frequency, int day, bool workingDays, string from, string due)
    {
        var schedule = new ScanSchedule { ThemeCode = "DJ-01", Frequency = frequency, Day = day, WorkingDaysOnly = workingDays };
        Assert.Equal(Utc(due), NextRun.After(schedule, Utc(from), Calendar));
    }

    private static DateTime Utc(string local) => DateTime.Parse(local + "+08:00", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();
}
