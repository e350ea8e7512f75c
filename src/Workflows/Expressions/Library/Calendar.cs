namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Date arithmetic on milliseconds since 1970, proleptic Gregorian, as ECMAScript defines it; and the way between UTC and a zone.</summary>
internal static class Calendar
{
    public const double Day = 86_400_000;

    private const double Furthest = 8.64e15;

    /// <summary>Until 1901 Shanghai was 8:05:43 ahead of UTC; .NET knows offsets to the minute only.</summary>
    private const double LocalMeanTime = 29_143_000;

    private const double LocalMeanTimeEnd = -2_177_481_943_000;

    public static double Clip(double time) => double.IsFinite(time) && Math.Abs(time) <= Furthest ? Math.Truncate(time) + 0.0 : double.NaN;

    /// <summary>Milliseconds of fields that may lie out of their ranges.</summary>
    public static double Make(ReadOnlySpan<double> fields)
    {
        foreach (var field in fields)
        {
            if (!double.IsFinite(field))
            {
                return double.NaN;
            }
        }

        var year = Math.Truncate(fields[0]) + Math.Floor(Math.Truncate(fields[1]) / 12);
        var month = Math.Truncate(fields[1]) - (12 * Math.Floor(Math.Truncate(fields[1]) / 12));
        if (Math.Abs(year) > 400_000)
        {
            return double.NaN;
        }

        var days = DaysFromCivil((long)year, (int)month + 1) + Math.Truncate(fields[2]) - 1;
        var time = (Math.Truncate(fields[3]) * 3_600_000) + (Math.Truncate(fields[4]) * 60_000) + (Math.Truncate(fields[5]) * 1000) + Math.Truncate(fields[6]);
        return (days * Day) + time;
    }

    /// <summary>Year, month (from 0), day, hours, minutes, seconds, milliseconds and weekday (Sunday is 0).</summary>
    public static double[] Fields(double time)
    {
        var days = Math.Floor(time / Day);
        var rest = (long)(time - (days * Day));
        var (year, month, day) = CivilFromDays((long)days);
        return [year, month - 1, day, rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000, (((long)days % 7) + 11) % 7];
    }

    /// <summary>Milliseconds that the zone is ahead of UTC at this instant. Beyond .NET's years the nearest known ones stand in.</summary>
    public static double Offset(double time, TimeZoneInfo zone)
    {
        if (time < LocalMeanTimeEnd && zone.Id == "Asia/Shanghai")
        {
            return LocalMeanTime;
        }

        var clamped = Math.Clamp(time, -62_135_510_400_000, 253_402_200_000_000);
        return zone.GetUtcOffset(DateTime.UnixEpoch.AddTicks((long)(clamped * TimeSpan.TicksPerMillisecond))).TotalMilliseconds;
    }

    /// <summary>getTimezoneOffset: minutes behind UTC.</summary>
    public static double ZoneMinutes(double time, TimeZoneInfo zone) => double.IsNaN(time) ? double.NaN : Math.Truncate(-Offset(time, zone) / 60_000) + 0.0;

    public static double ToLocal(double time, TimeZoneInfo zone) => time + Offset(time, zone);

    /// <summary>A local time that exists twice is the first one; one that does not exist is read with the offset before the gap.</summary>
    public static double ToUtc(double local, TimeZoneInfo zone)
    {
        if (!double.IsFinite(local))
        {
            return double.NaN;
        }

        var before = Offset(local - Day, zone);
        var after = Offset(local + Day, zone);
        return before == after || Offset(local - before, zone) == before || Offset(local - after, zone) != after ? local - before : local - after;
    }

    private static double DaysFromCivil(long year, int month)
    {
        year -= month <= 2 ? 1 : 0;
        var era = (long)Math.Floor(year / 400.0);
        var yearOfEra = year - (era * 400);
        var dayOfYear = ((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    private static (long Year, int Month, int Day) CivilFromDays(long days)
    {
        days += 719_468;
        var era = (days >= 0 ? days : days - 146_096) / 146_097;
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1));
    }
}
