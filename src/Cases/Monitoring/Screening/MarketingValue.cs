using System.Data.Common;
using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>Values of marketing columns as every source hands them over: the embedded copy keeps decimals as whole numbers of their scale and days as text.</summary>
public static class MarketingValue
{
    /// <summary>A decimal of the model's scale; nothing counts as zero.</summary>
    public static decimal Number(DbDataReader reader, int column, int scale) => reader.IsDBNull(column) ? 0 : reader.GetValue(column) switch
    {
        long whole => whole / Power(scale),
        decimal exact => exact,
        var other => Convert.ToDecimal(other, CultureInfo.InvariantCulture),
    };

    /// <summary>A value as a person or a fingerprint reads it, the same from every source.</summary>
    public static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool set => set ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static decimal Power(int scale) => decimal.Parse("1" + new string('0', scale), CultureInfo.InvariantCulture);
}
