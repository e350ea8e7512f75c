using System.Globalization;

namespace CaseMgmt.Workflows.Activities;

/// <summary>A cron expression of five fields (minute first) or six (second first): numbers, names, lists, ranges, steps, * and ?. Days of month and week are both required when both are given.</summary>
public sealed class CronSchedule
{
    private static readonly string[] MonthNames = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly bool[] seconds;
    private readonly bool[] minutes;
    private readonly bool[] hours;
    private readonly bool[] days;
    private readonly bool[] months;
    private readonly bool[] weekdays;

    private CronSchedule(bool[][] fields) =>
        (seconds, minutes, hours, days, months, weekdays) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);

    /// <summary>Null for a text that is no cron expression.</summary>
    public static CronSchedule? TryParse(string? text)
    {
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (parts.Length is not (5 or 6))
        {
            return null;
        }

        string[] six = parts.Length == 6 ? parts : ["0", .. parts];
        bool[]?[] fields =
        [
            Field(six[0], 0, 59, null), Field(six[1], 0, 59, null), Field(six[2], 0, 23, null), Field(six[3], 1, 31, null),
            Field(six[4], 1, 12, MonthNames), Field(six[5], 0, 7, DayNames),
        ];
        if (fields.Any(field => field is null))
        {
            return null;
        }

        fields[5]![0] |= fields[5]![7];
        return new CronSchedule(fields!);
    }

    /// <summary>The first instant after <paramref name="after"/> (both UTC), looked for up to eight years ahead. A local time that a clock change skips is passed over.</summary>
    public DateTime? Next(DateTime after, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(after, DateTimeKind.Utc), zone);
        var start = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, DateTimeKind.Unspecified).AddSeconds(1);
        for (var day = start.Date; day < start.Date.AddYears(8); day = day.AddDays(1))
        {
            if (!months[day.Month] || !days[day.Day] || !weekdays[(int)day.DayOfWeek])
            {
                continue;
            }

            if (InDay(day, day == start.Date ? start.TimeOfDay : TimeSpan.Zero, after, zone) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private DateTime? InDay(DateTime day, TimeSpan from, DateTime after, TimeZoneInfo zone)
    {
        for (var hour = from.Hours; hour < 24; hour++)
        {
            for (var minute = 0; hours[hour] && minute < 60; minute++)
            {
                for (var second = 0; minutes[minute] && second < 60; second++)
                {
                    var time = day + new TimeSpan(hour, minute, second);
                    if (seconds[second] && time.TimeOfDay >= from && !zone.IsInvalidTime(time) && TimeZoneInfo.ConvertTimeToUtc(time, zone) is var utc && utc > after)
                    {
                        return utc;
                    }
                }
            }
        }

        return null;
    }

    private static bool[]? Field(string text, int low, int high, string[]? names)
    {
        var field = new bool[high + 1];
        foreach (var part in text.ToUpperInvariant().Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var whole] => (whole, 1),
                [var whole, var every] when int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => (whole, number),
                _ => ("", 0),
            };
            if (step == 0 || Range(range, part.Contains('/', StringComparison.Ordinal), low, high, names) is not { } bounds)
            {
                return null;
            }

            for (var value = bounds.From; value <= bounds.To; value += step)
            {
                field[value] = true;
            }
        }

        return field;
    }

    private static (int From, int To)? Range(string text, bool stepped, int low, int high, string[]? names)
    {
        if (text is "*" or "?")
        {
            return (low, high);
        }

        return text.Split('-') switch
        {
            [var single] when Value(single, low, high, names) is { } value => (value, stepped ? high : value),
            [var first, var last] when Value(first, low, high, names) is { } from && Value(last, low, high, names) is { } to && from <= to => (from, to),
            _ => null,
        };
    }

    private static int? Value(string text, int low, int high, string[]? names)
    {
        if (names is not null && Array.IndexOf(names, text) is >= 0 and var position)
        {
            return position + low;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high ? value : null;
    }
}
