using System.Buffers.Text;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Days and times of day as deliveries write them, brought to the one form that is stored. Only forms that mean one thing are taken: year first, four digits;
/// 05/06/2026 is refused because nobody can tell its month from its day.
/// </summary>
public static class DayText
{
    public const int DayLength = 10;
    public const int TimeLength = 19;

    /// <summary>Reads 2026-05-31, 2026/5/31 or 20260531 at the start and writes the first form. Returns the bytes read, 0 if there is no day.</summary>
    public static int Day(ReadOnlySpan<byte> cell, Span<byte> iso)
    {
        if (cell.Length >= DayLength && cell[4] == '-' && cell[7] == '-' && IsDay(Number(cell[..4]), Number(cell[5..7]), Number(cell[8..10])))
        {
            cell[..DayLength].CopyTo(iso);
            return DayLength;
        }

        var end = cell.IndexOfAny((byte)' ', (byte)'T');
        var text = end < 0 ? cell : cell[..end];
        if (text.Length == 8 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            return Write(Number(text[..4]), Number(text[4..6]), Number(text[6..]), iso) ? 8 : 0;
        }

        var first = text.IndexOfAny((byte)'/', (byte)'-');
        var second = first < 0 ? -1 : text[(first + 1)..].IndexOf(text[first]) + first + 1;
        return first == 4 && second > 5 && second <= 7 && text.Length - second is 2 or 3 && Write(Number(text[..4]), Number(text[5..second]), Number(text[(second + 1)..]), iso)
            ? text.Length : 0;
    }

    /// <summary>Reads a day, and behind a blank or T the hour and minute, seconds or not, fractions (cut: the model knows whole seconds). False if it is none.</summary>
    public static bool Time(ReadOnlySpan<byte> cell, Span<byte> iso)
    {
        var day = Day(cell, iso);
        if (day == 0 || cell.Length <= day || cell[day] is not ((byte)' ' or (byte)'T') || !IsClock(cell[(day + 1)..]))
        {
            return false;
        }

        " 00:00:00"u8.CopyTo(iso[DayLength..]);
        var clock = cell[(day + 1)..];
        clock[..Math.Min(8, clock.Length)].CopyTo(iso[(DayLength + 1)..]);
        return true;
    }

    /// <summary>True for what may follow a day that has no time: nothing, or midnight.</summary>
    public static bool IsMidnight(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty || (rest[0] is (byte)' ' or (byte)'T' && IsClock(rest[1..]) && rest[1..].IndexOfAnyExcept("0:."u8) < 0);

    private static bool IsClock(ReadOnlySpan<byte> clock) =>
        clock.Length >= 5 && Number(clock[..2]) is >= 0 and <= 23 && clock[2] == ':' && Number(clock[3..5]) is >= 0 and <= 59
        && (clock.Length == 5 || (clock.Length >= 8 && clock[5] == ':' && Number(clock[6..8]) is >= 0 and <= 59 && (clock.Length == 8 || IsFraction(clock[8..]))));

    private static bool IsFraction(ReadOnlySpan<byte> rest) => rest.Length is > 1 and <= 10 && rest[0] == '.' && Number(rest[1..]) >= 0;

    private static bool IsDay(int year, int month, int day) => year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool Write(int year, int month, int day, Span<byte> iso) => IsDay(year, month, day)
        && Utf8Formatter.TryFormat(year, iso, out _, new('D', 4)) && Utf8Formatter.TryFormat(month, iso[5..], out _, new('D', 2)) && Utf8Formatter.TryFormat(day, iso[8..], out _, new('D', 2))
        && (iso[4] = iso[7] = (byte)'-') != 0;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = digits.IsEmpty ? -1 : 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
