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
        cell = column.Kind == ColumnKind.Text ? cell : cell.Trim((byte)' ');
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
            ColumnKind.Date => BindDay(statement, parameter, cell),
            _ => BindTime(statement, parameter, cell),
        };
    }

    /// <summary>Reads digits with an optional sign and point as a whole number of 10^-<paramref name="scale"/>. Null if it is no number; more decimal places than the scale must be zeros.</summary>
    public static long? ParseScaled(ReadOnlySpan<byte> cell, int scale, out bool tooFine)
    {
        tooFine = false;
        var negative = cell[0] == '-';
        var (value, places, digits, point) = (0L, 0, 0, false);
        foreach (var letter in negative || cell[0] == '+' ? cell[1..] : cell)
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
        if (Ascii.IsValid(cell) ? cell.Length > column.Size : IsSpoilt(cell) || Encoding.UTF8.GetCharCount(cell) > column.Size)
        {
            return IsSpoilt(cell) ? "bad-encoding" : "too-long";
        }

        return cell.Contains((byte)0) ? "zero-character" : Bound(raw.sqlite3_bind_text(statement, parameter, cell));
    }

    /// <summary>No UTF-8, or a character that a change of encoding has lost already.</summary>
    private static bool IsSpoilt(ReadOnlySpan<byte> cell) => !Utf8.IsValid(cell) || cell.IndexOf("\uFFFD"u8) >= 0;

    private static string? BindBit(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> cell)
    {
        var value = cell.SequenceEqual("1"u8) || cell.SequenceEqual("true"u8) || cell.SequenceEqual("TRUE"u8) ? 1 : cell.SequenceEqual("0"u8) || cell.SequenceEqual("false"u8) || cell.SequenceEqual("FALSE"u8) ? 0 : -1;
        return value < 0 ? "bad-bit" : Bound(raw.sqlite3_bind_int(statement, parameter, value));
    }

    private static string? BindDay(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> cell)
    {
        Span<byte> iso = stackalloc byte[DayText.DayLength];
        var used = DayText.Day(cell, iso);
        return used > 0 && DayText.IsMidnight(cell[used..]) ? Bound(raw.sqlite3_bind_text(statement, parameter, iso)) : "bad-date";
    }

    private static string? BindTime(sqlite3_stmt statement, int parameter, ReadOnlySpan<byte> cell)
    {
        Span<byte> iso = stackalloc byte[DayText.TimeLength];
        return DayText.Time(cell, iso) ? Bound(raw.sqlite3_bind_text(statement, parameter, iso)) : "bad-time";
    }

    private static string? Bound(int code) => code == raw.SQLITE_OK ? null : "cell-too-large";
}
