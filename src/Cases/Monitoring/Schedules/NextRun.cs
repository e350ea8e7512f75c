using System.Globalization;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Workbench;

namespace CaseMgmt.Cases.Monitoring.Schedules;

/// <summary>When a schedule is due next. Days and hours are those of the offices; months and quarters count working days. Pure.</summary>
public static class NextRun
{
    /// <summary>Four years hold any pattern that occurs at all.</summary>
    private const int LongestWalkDays = 1500;

    public static DateTime After(ScanSchedule schedule, DateTime utc, WorkingCalendar calendar)
    {
        var day = BusinessDay.Of(utc).AddDays(-1);
        for (var walked = 0; walked < LongestWalkDays; walked++, day = day.AddDays(1))
        {
            if (Begins(schedule, day, calendar) && At(schedule, day, calendar) is var due && due > utc)
            {
                return due;
            }
        }

        throw new InvalidOperationException($"The schedule of {schedule.ThemeCode} is never due.");
    }

    /// <summary>
    /// The account month that a schedule which is due is about: for months and quarters the one before its last due day, because bills of a month are there after it.
    /// Null for days and weeks, which look at the newest month.
    /// </summary>
    public static string? MonthMeant(ScanSchedule schedule, DateTime utc, WorkingCalendar calendar)
    {
        if (schedule.Frequency is not ("month" or "quarter"))
        {
            return null;
        }

        var due = schedule.NextDueAt;
        for (var next = due; next <= utc; next = After(schedule, next, calendar))
        {
            due = next;
        }

        return BusinessDay.Of(due).AddMonths(-1).ToString("yyyyMM", CultureInfo.InvariantCulture);
    }

    /// <summary>What a theme's own frequency means until somebody says otherwise: at night, on the second working day of the month.</summary>
    public static ScanSchedule Standard(string theme, string frequency) => frequency switch
    {
        "日" => new() { ThemeCode = theme, Frequency = "day" },
        "周" => new() { ThemeCode = theme, Frequency = "week", Day = 1, WorkingDaysOnly = true },
        "季" => new() { ThemeCode = theme, Frequency = "quarter", Day = 2, Minute = 180 },
        _ => new() { ThemeCode = theme, Frequency = "month", Day = 2, Minute = 180 },
    };

    public static bool IsValid(string? frequency, int day, int minute) => minute is >= 0 and < 1440 && frequency switch
    {
        "day" => true,
        "week" => day is >= 1 and <= 7,
        "month" or "quarter" => day is >= 1 and <= 15,
        _ => false,
    };

    private static bool Begins(ScanSchedule schedule, DateOnly day, WorkingCalendar calendar) => schedule.Frequency switch
    {
        "day" => true,
        "week" => (day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek) == schedule.Day,
        "month" => IsWorkingDayNumber(schedule.Day, day, calendar),
        _ => day.Month % 3 == 1 && IsWorkingDayNumber(schedule.Day, day, calendar),
    };

    private static DateTime At(ScanSchedule schedule, DateOnly day, WorkingCalendar calendar)
    {
        while (schedule.WorkingDaysOnly && !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return BusinessDay.At(day, schedule.Minute);
    }

    private static bool IsWorkingDayNumber(int number, DateOnly day, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(day) && Enumerable.Range(1, day.Day).Count(each => calendar.IsWorkingDay(new DateOnly(day.Year, day.Month, each))) == number;
}
