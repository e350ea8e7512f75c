using System.Globalization;

namespace CaseMgmt.DataGenerator;

/// <summary>An account month.</summary>
public readonly record struct Month(int Year, int Number)
{
    public string Ym => $"{Year:0000}{Number:00}";

    public int Seq => (Year * 12) + Number;

    public DateOnly First => new(Year, Number, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public int Days => DateTime.DaysInMonth(Year, Number);

    public Month Next => Add(1);

    public Month Previous => Add(-1);

    public bool IsWinter => Number is 11 or 12 or 1 or 2;

    public Month Add(int months)
    {
        var day = First.AddMonths(months);
        return new Month(day.Year, day.Month);
    }

    public DateOnly Day(int day) => new(Year, Number, day);

    public static Month Parse(string ym) =>
        DateOnly.TryParseExact(ym + "01", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Month(day.Year, day.Month)
            : throw new FormatException($"'{ym}' is not an account month like 202605.");
}
