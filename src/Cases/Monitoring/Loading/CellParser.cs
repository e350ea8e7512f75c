using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using CaseMgmt.Cases.Monitoring.Model;
using SQLitePCL;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// Checks one cell against its column and binds it: decimals become whole numbers scaled by their column, dates and times one fixed text form
/// (so that they compare as text), an empty cell is NULL. Everything works on bytes: a city has a billion cells.
/// </summary>
public static class CellParser
{
    /// <returns>Null, or the code of why the cell is refused.</returns>
    public static string? Bind(sqlite3_stmt statement, int parameter, MarketingColumn column, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
        {
            return column.Required ? "empty-key" : Bound(raw.sqlite3_bind_null(statement, parameter));
        }

        return column.Kind switch
        {
            ColumnKind.Text => BindText(statement, parameter, column, cell),
            ColumnKind.Integer => Utf8Parser.TryParse(cell, out long number, out var used) && used == cell.Length
                ? Bound(raw.sqlite3_bind_int64(statement, parameter, number)) : "bad-integer",
            ColumnKind.Bit => BindBit(statement, parameter, cell),
            ColumnKind.Decimal => BindDecimal(statement, parameter, column, cell),
            ColumnKind.Date => IsDate(cell) && cell.Length == 10
                ? Bound(raw.sqlite3_bind_text(statement, parameter, cell)) : "bad-date",
            _ => BindTime(statement, parameter, cell),
        };
    }

    /// <summary>Reads digits with an optional sign and point as a whole number of 10^-<paramref name="scale"/>. Null if it is no number; more decimal places than the scale must be zeros.</summary>
    public static long? ParseScaled(ReadOnlySpan<byte> cell, int scale, out bool tooFine)
    {
        tooFine = false;
        var negative = cell[0] == '-';
        var (value, places, digits, point) = (0L, 0, 0, false);
        foreach (var letter in negative ? cell[1..] : cell)
        {
            if (letter == '.' && !point)
            {
                point = true;
                continue;
            }

            if (letter is < (byte)'0' or > (byte)'9' || value > (long.MaxValue / 10) - 10)
            {
                return null;
            }

            digits++;
            if (places < scale || !point)
            {
                value = (value * 10) + (letter - '0');
                places += point ? 1 : 0;
            }
            else
            {
                tooFine |= letter != '0';
            }
        }

        return digits == 0 ? null : Signed(negative, value, scale - places);
    }

    private static long? Signed(bool negative, long value, int zeros)
    {
        for (; zeros > 0; zeros--)
        {
            if (value > long.MaxValue / 10)
            {
                return null;
            }

            value *= 10;
        }

        return negative ? -value : value;
    }

    private static string? BindDecimal(sqlite3_stmt statement, int parameter, MarketingColumn column, ReadOnlySpan<byte> cell)
    {
        if (ParseScaled(cell, column.Scale, out var tooFine) is not { } value)
        {
            return "bad-number";
        }

        return tooFine ? "too-many-decimals"
            : Math.Abs((decimal)value) >= Power(column.Size) ? "too-many-digits"
            : Bound(raw.sqlite3_bind_int64(statement, parameter, value));
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (; digits > 0; digits--)
        {
            power *= 10;
        }

        return power;
    }

    private static string? BindText(sqlite3_stmt statement, int parameter, MarketingColumn column, ReadOnlySpan<byte> cell)
    {
        if (Ascii.IsValid(cell) ? cell.Length > column.Size : !Utf8.IsValid(cell) || Encoding.UTF8.GetCharCount(cell) > column.Size)
        {
            return Utf8.IsValid(cell) ? "too-long" : "bad-encoding";
        }

        return cell.Contains((byte)0) ? "zero-character" : Bound(raw.sqlite3_bind_text(statement, parameter, cell));
    }

    private static string? BindBit(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> cell)
    {
        var value = cell.SequenceEqual("1"u8) || cell.SequenceEqual("true"u8) ? 1 : cell.SequenceEqual("0"u8) || cell.SequenceEqual("false"u8) ? 0 : -1;
        return value < 0 ? "bad-bit" : Bound(raw.sqlite3_bind_int(statement, parameter, value));
    }

    /// <summary>Accepts a blank or T between date and time, seconds left out and fractions (cut: the model knows whole seconds).</summary>
    private static string? BindTime(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> cell)
    {
        Span<byte> text = stackalloc byte[19];
        "2000-01-01 00:00:00"u8.CopyTo(text);
        if (cell.Length is < 16 or > 27 || !IsDate(cell) || cell[10] is not ((byte)' ' or (byte)'T') || !IsClock(cell[11..]))
        {
            return "bad-time";
        }

        cell[..10].CopyTo(text);
        var clock = cell.Slice(11, Math.Min(8, cell.Length - 11));
        clock.CopyTo(text[11..]);
        return Bound(raw.sqlite3_bind_text(statement, parameter, text));
    }

    private static bool IsDate(ReadOnlySpan<byte> cell) =>
        cell.Length >= 10 && cell[4] == '-' && cell[7] == '-' && Number(cell[..4]) is >= 1 and var year && Number(cell[5..7]) is >= 1 and <= 12 and var month
        && Number(cell[8..10]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month);

    private static bool IsClock(ReadOnlySpan<byte> clock) =>
        clock.Length >= 5 && Number(clock[..2]) is >= 0 and <= 23 && clock[2] == ':' && Number(clock[3..5]) is >= 0 and <= 59
        && (clock.Length == 5 || (clock.Length >= 8 && clock[5] == ':' && Number(clock[6..8]) is >= 0 and <= 59 && (clock.Length == 8 || IsFraction(clock[8..]))));

    private static bool IsFraction(ReadOnlySpan<byte> rest) => rest.Length > 1 && rest[0] == '.' && Number(rest[1..]) >= 0;

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
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

    private static string? Bound(int code) => code == raw.SQLITE_OK ? null : "cell-too-large";
}
