using System.Globalization;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>Days as spreadsheets count them: from 1 January 1900, with a 29 February 1900 that never was, or from 1904.</summary>
public static class XlsxDate
{
    private const double Last = 2_958_466;
    private const int FalseLeapDay = 60;
    private const int Years1904 = 1_462;

    /// <summary>Day and time, or null where the number is none.</summary>
    public static string? Text(double serial, bool from1904)
    {
        var days = from1904 ? serial + Years1904 : serial < FalseLeapDay ? serial + 1 : serial;
        return serial < 0 || days >= Last ? null
            : DateTime.FromOADate(days).AddMilliseconds(500).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
