namespace CaseMgmt.Cases.Workbench;

/// <summary>Days and months as the offices count them, in China's one time zone; rows keep UTC.</summary>
internal static class BusinessDay
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>The instant of a local time of day.</summary>
    public static DateTime At(DateOnly day, int minute) => ToUtc(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute));

    public static DateTime EndOf(DateTime utc) => ToUtc(Local(utc).Date.AddDays(1));

    public static DateTime StartOfMonth(DateTime utc) => Local(utc) is var local ? ToUtc(new DateTime(local.Year, local.Month, 1)) : utc;

    /// <summary>The clock on the wall of the offices.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    private static DateTime ToUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), Zone);
}
