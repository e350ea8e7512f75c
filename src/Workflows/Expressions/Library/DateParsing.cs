using System.Globalization;
using System.Text.RegularExpressions;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Texts to dates: ISO 8601 as JavaScript reads it (a date alone is UTC, with a time it is local); anything else by <see cref="DateGuessing"/>.</summary>
internal static partial class DateParsing
{
    private const int Longest = 128;

    public static double Parse(Evaluation run, string text)
    {
        run.Step(50 + text.Length);
        return text.Length > Longest ? double.NaN
            : Iso().Match(text) is { Success: true } iso ? FromIso(iso, run.Scope.Zone)
            : DateGuessing.Parse(text, run.Scope.Zone);
    }

    [GeneratedRegex(@"^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-]\d\d:\d\d)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    private static double FromIso(Match match, TimeZoneInfo zone)
    {
        var parts = Parts(match, 1, 2, 3, 4, 5, 6);
        if (match.Groups[1].Value == "-000000" || parts[1] is < 1 or > 12 || parts[2] is < 1 or > 31 || !IsClock(parts[3], parts[4], parts[5], match.Groups[7].Value))
        {
            return double.NaN;
        }

        var time = Calendar.Make([parts[0], parts[1] - 1, parts[2], parts[3], parts[4], parts[5], Milliseconds(match.Groups[7].Value)]);
        var offset = match.Groups[8].Value;
        return Calendar.Clip(offset.Length == 0 && match.Groups[4].Success ? Calendar.ToUtc(time, zone) : time - OffsetOf(offset));
    }

    private static double[] Parts(Match match, params ReadOnlySpan<int> groups)
    {
        var parts = new double[groups.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            var group = match.Groups[groups[index]];
            parts[index] = group.Success ? double.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : index is 1 or 2 ? 1 : 0;
        }

        return parts;
    }

    private static bool IsClock(double hour, double minute, double second, string fraction) =>
        minute < 60 && second < 60 && (hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction.Trim('0').Length == 0));

    private static double Milliseconds(string fraction) =>
        fraction.Length == 0 ? 0 : double.Parse(fraction.PadRight(3, '0').AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    private static double OffsetOf(string offset)
    {
        if (offset is "" or "Z")
        {
            return 0;
        }

        var minutes = (double.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + double.Parse(offset.AsSpan(4, 2), CultureInfo.InvariantCulture);
        return (offset[0] == '-' ? -1 : 1) * minutes * 60_000;
    }
}
