using System.Globalization;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Dates as texts.</summary>
internal static class DateText
{
    public const string Invalid = "Invalid Date";

    private static readonly string[] Weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Iso(double time)
    {
        var parts = Calendar.Fields(time);
        var year = parts[0];
        var yearText = year is >= 0 and <= 9999 ? Digits(year, 4) : (year < 0 ? "-" : "+") + Digits(Math.Abs(year), 6);
        return $"{yearText}-{Digits(parts[1] + 1, 2)}-{Digits(parts[2], 2)}T{Clock(parts)}.{Digits(parts[6], 3)}Z";
    }

    public static string Full(double time, TimeZoneInfo zone) => double.IsNaN(time) ? Invalid : $"{DatePart(time, zone)} {TimePart(time, zone)}";

    public static string DatePart(double time, TimeZoneInfo zone)
    {
        if (double.IsNaN(time))
        {
            return Invalid;
        }

        var parts = Calendar.Fields(Calendar.ToLocal(time, zone));
        return $"{Weekdays[(int)parts[7]]} {Months[(int)parts[1]]} {Digits(parts[2], 2)} {Year(parts[0])}";
    }

    public static string TimePart(double time, TimeZoneInfo zone)
    {
        if (double.IsNaN(time))
        {
            return Invalid;
        }

        var offset = Calendar.Offset(time, zone) / 60_000;
        var clock = Clock(Calendar.Fields(Calendar.ToLocal(time, zone)));
        var hours = Digits(Math.Floor(Math.Abs(offset) / 60), 2) + Digits(Math.Abs(offset) % 60, 2);
        return $"{clock} GMT{(offset < 0 ? "-" : "+")}{hours} ({ZoneName(time, zone)})";
    }

    public static string Utc(double time)
    {
        if (double.IsNaN(time))
        {
            return Invalid;
        }

        var parts = Calendar.Fields(time);
        return $"{Weekdays[(int)parts[7]]}, {Digits(parts[2], 2)} {Months[(int)parts[1]]} {Year(parts[0])} {Clock(parts)} GMT";
    }

    private static string Year(double year) => (year < 0 ? "-" : "") + Digits(Math.Abs(year), 4);

    private static string Clock(double[] parts) => $"{Digits(parts[3], 2)}:{Digits(parts[4], 2)}:{Digits(parts[5], 2)}";

    private static string Digits(double value, int width) => ((long)value).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    /// <summary>The names of other zones depend on the language of the machine: their id stands for them.</summary>
    private static string ZoneName(double time, TimeZoneInfo zone) => zone.Id switch
    {
        // Only the summers of 1986 to 1991 carry the name, as in JavaScript engines.
        "Asia/Shanghai" => time > 0 && Calendar.Offset(time, zone) > 30_600_000 ? "China Daylight Time" : "China Standard Time",
        "UTC" or "Etc/UTC" => "Coordinated Universal Time",
        _ => zone.Id,
    };
}
