using System.Globalization;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Tests.Sla;

/// <summary>Working time of the shipped 2026 calendar. Times in the tests are Beijing times, as people read them.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = Shipped.Calendar();

    [Theory]
    [InlineData("2026-06-10 08:30", 4, "2026-06-10 13:30")] // over the noon break
    [InlineData("2026-06-10 08:30", 3.5, "2026-06-10 12:00")] // ends with the morning, not after lunch
    [InlineData("2026-06-10 16:30", 4, "2026-06-11 11:30")] // over night
    [InlineData("2026-06-10 12:30", 1, "2026-06-10 14:00")] // opened at lunch
    [InlineData("2026-06-12 17:00", 8, "2026-06-15 17:00")] // Friday evening: the weekend does not count
    [InlineData("2026-06-13 10:00", 1, "2026-06-15 09:30")] // opened on a Saturday
    [InlineData("2026-02-13 16:30", 8, "2026-02-14 16:30")] // Saturday 14 February is a make-up day
    [InlineData("2026-02-14 16:30", 4, "2026-02-24 11:30")] // nine days of Spring Festival
    [InlineData("2026-04-30 17:00", 1, "2026-05-06 09:00")] // Labour Day, Monday to Tuesday included
    [InlineData("2026-05-08 17:00", 1, "2026-05-09 09:00")] // make-up Saturday
    [InlineData("2026-09-18 17:00", 1, "2026-09-20 09:00")] // make-up Sunday
    [InlineData("2026-09-30 17:30", 8, "2026-10-08 17:30")] // National Day
    [InlineData("2026-10-09 13:30", 8, "2026-10-10 13:30")] // make-up Saturday after it
    public void Add_FromOneInstant_EndsAfterThatMuchWorkingTime(string from, double hours, string expected) =>
        Assert.Equal(Utc(expected), Calendar.Add(Utc(from), TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData("2026-06-12 17:00", "2026-06-15 09:30", 1.5)]
    [InlineData("2026-02-14 16:30", "2026-02-24 09:00", 1.5)]
    [InlineData("2026-06-13 08:00", "2026-06-14 20:00", 0)]
    [InlineData("2026-06-11 10:00", "2026-06-10 10:00", 0)]
    public void Between_TwoInstants_CountsSessionsOnly(string from, string to, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Calendar.Between(Utc(from), Utc(to)));

    [Theory]
    [InlineData("2026-06-10 12:00", "2026-06-09 13:00")] // a Wednesday noon: the morning, and the afternoon before
    [InlineData("2026-06-15 10:00", "2026-06-12 10:00")] // Monday: the weekend does not count
    [InlineData("2026-02-24 09:30", "2026-02-14 09:30")] // after Spring Festival: the make-up Saturday before it
    [InlineData("2026-05-11 08:30", "2026-05-09 08:30")] // Monday morning: the make-up Saturday is the day before
    [InlineData("2026-06-20 20:00", "2026-06-18 08:30")] // due on a Saturday of the Dragon Boat holiday
    public void SoonBefore_ADueTime_IsOneWorkingDayEarlier(string due, string expected) => Assert.Equal(Utc(expected), Calendar.SoonBefore(Utc(due)));

    [Fact]
    public void SoonBefore_AnyDueTime_LeavesExactlyOneWorkingDay()
    {
        var random = new Random(20260611);
        for (var round = 0; round < 500; round++)
        {
            var due = Calendar.Add(Utc("2026-01-05 00:00").AddMinutes(random.Next(350 * 24 * 60)), TimeSpan.FromMinutes(random.Next(1, 60 * 8 * 10)));
            Assert.Equal(Calendar.WorkingDay, Calendar.Between(Calendar.SoonBefore(due)!.Value, due));
        }
    }

    [Fact]
    public void WorkingDay_OfTheShippedCalendar_HasEightHours() => Assert.Equal(TimeSpan.FromHours(8), Calendar.WorkingDay);

    [Fact]
    public void Add_ThenBetween_GivesTheWorkBack()
    {
        var random = new Random(20260610);
        for (var round = 0; round < 500; round++)
        {
            var from = Utc("2026-01-01 00:00").AddMinutes(random.Next(360 * 24 * 60));
            var work = TimeSpan.FromMinutes(random.Next(1, 60 * 8 * 30));
            Assert.Equal(work, Calendar.Between(from, Calendar.Add(from, work)));
        }
    }

    [Fact]
    public void Ladder_OfTwoWorkingDaysOverAHoliday_IsDueInWorkingTime()
    {
        var opened = Utc("2026-02-14 08:30");
        var due = Ladder.Plan(
            [new("reminder", Percent: 50), new("warning", Percent: 80), new("overdue", Percent: 100), new("escalate", OverdueDays: 2)],
            Calendar, opened, TimeSpan.FromHours(16)).Select(step => step.DueAt);

        Assert.Equal([Utc("2026-02-14 17:30"), Utc("2026-02-24 14:18"), Utc("2026-02-24 17:30"), Utc("2026-02-26 17:30")], due);
    }

    [Fact]
    public void Ladder_StepWithoutTime_IsRefused() => Assert.Throws<FormatException>(() =>
        Ladder.Plan([new("reminder")], Calendar, Utc("2026-06-10 08:30"), TimeSpan.FromHours(8)).ToList());

    internal static DateTime Utc(string beijing) =>
        DateTime.SpecifyKind(DateTime.Parse(beijing, CultureInfo.InvariantCulture).AddHours(-8), DateTimeKind.Utc);
}
