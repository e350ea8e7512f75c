using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator.County;

/// <summary>dim_month and calendar with the state holidays and make-up workdays of 2025 and 2026; other years have weekends only.</summary>
public static class Calendar
{
    private static readonly (string From, string To, string Name)[] Holidays =
    [
        ("2025-01-01", "2025-01-01", "元旦"), ("2025-01-28", "2025-02-04", "春节"), ("2025-04-04", "2025-04-06", "清明节"), ("2025-05-01", "2025-05-05", "劳动节"),
        ("2025-05-31", "2025-06-02", "端午节"), ("2025-10-01", "2025-10-08", "国庆节、中秋节"), ("2026-01-01", "2026-01-03", "元旦"), ("2026-02-15", "2026-02-23", "春节"),
        ("2026-04-04", "2026-04-06", "清明节"), ("2026-05-01", "2026-05-05", "劳动节"), ("2026-06-19", "2026-06-21", "端午节"), ("2026-09-25", "2026-09-27", "中秋节"),
        ("2026-10-01", "2026-10-07", "国庆节"),
    ];

    private static readonly HashSet<DateOnly> MakeUpDays = [.. new[]
    {
        "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
    }.Select(DateOnly.Parse)];

    public static IEnumerable<Row> Months(Month first, Month last)
    {
        for (var month = first.Add(-12); month.Seq <= last.Seq + 2; month = month.Next)
        {
            yield return new Row(MarketingModel.Current["dim_month"]).With(("ym", month.Ym), ("seq", month.Seq), ("prev_ym", month.Previous.Ym),
                ("last_year_ym", month.Add(-12).Ym), ("first_day", month.First), ("last_day", month.Last), ("days", month.Days), ("is_winter", month.IsWinter));
        }
    }

    public static IEnumerable<Row> Days(Month first, Month last)
    {
        var workdays = 0;
        for (var day = first.Add(-12).First; day <= last.Add(2).Last; day = day.AddDays(1))
        {
            var holiday = HolidayOf(day);
            var works = IsWorkday(day);
            workdays += works ? 1 : 0;
            yield return new Row(MarketingModel.Current["calendar"]).With(("d", day), ("ym", new Month(day.Year, day.Month).Ym), ("is_workday", works),
                ("wd_seq", workdays), ("remark", holiday ?? (MakeUpDays.Contains(day) ? "调休上班" : null)));
        }
    }

    public static bool IsWorkday(DateOnly day) =>
        MakeUpDays.Contains(day) || (HolidayOf(day) is null && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day so many workdays before <paramref name="day"/>.</summary>
    public static DateOnly WorkdaysBefore(DateOnly day, int count)
    {
        for (; count > 0; day = day.AddDays(-1))
        {
            count -= IsWorkday(day) ? 1 : 0;
        }

        return day;
    }

    private static string? HolidayOf(DateOnly day) =>
        Holidays.FirstOrDefault(holiday => day >= DateOnly.Parse(holiday.From) && day <= DateOnly.Parse(holiday.To)).Name;
}
