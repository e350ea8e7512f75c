using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>
/// Dates that are not ISO 8601, read as V8 reads them: words are months, zones or AM/PM; numbers fall into day, month, year by their place and size; what stands in
/// parentheses is ignored; a text without a zone is local.
/// </summary>
internal sealed class DateGuessing
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly Dictionary<string, int> Zones = new(StringComparer.Ordinal)
    {
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["est"] = -5, ["edt"] = -4, ["cst"] = -6, ["cdt"] = -5, ["mst"] = -7, ["mdt"] = -6, ["pst"] = -8, ["pdt"] = -7,
    };

    private readonly string text;
    private readonly List<double> days = [];
    private readonly List<double> clock = [];
    private int at;
    private int month;
    private int? afternoon;
    private double milliseconds;
    private double? offsetMinutes;
    private int sign;
    private bool isClockDone;
    private bool hasNumber;

    private DateGuessing(string text) => this.text = text;

    /// <summary>Milliseconds since 1970, or NaN for a text that is no date.</summary>
    public static double Parse(string text, TimeZoneInfo zone)
    {
        var guess = new DateGuessing(text);
        return guess.Read() ? guess.Time(zone) : double.NaN;
    }

    private char Peek => at < text.Length ? text[at] : '\0';

    private bool Read()
    {
        while (at < text.Length)
        {
            var understood = text[at] switch
            {
                >= '0' and <= '9' => ReadNumber(),
                '(' => SkipParentheses(),
                '+' or '-' => ReadSign(),
                >= 'A' => ReadWord(),
                ')' when hasNumber => false,
                _ => Skip(),
            };
            if (!understood)
            {
                return false;
            }
        }

        return days.Count > 0;
    }

    private bool Skip()
    {
        at++;
        return true;
    }

    private bool SkipParentheses()
    {
        var depth = 0;
        do
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            at++;
        }
        while (depth > 0 && at < text.Length);
        return true;
    }

    private double Digits(out int length)
    {
        var from = at;
        while (char.IsAsciiDigit(Peek))
        {
            at++;
        }

        length = at - from;
        return double.Parse(text.AsSpan(from, length), System.Globalization.CultureInfo.InvariantCulture);
    }

    private bool ReadNumber()
    {
        hasNumber = true;
        var number = Digits(out var length);
        if (sign != 0)
        {
            return ReadOffset(number, length);
        }

        if (Peek == ':' && clock.Count < 3)
        {
            at++;
            clock.Add(number);
            return true;
        }

        // A number that can be no minute or second is one of the date.
        if (!isClockDone && clock.Count is 1 or 2 && number < 60)
        {
            isClockDone = true;
            clock.Add(number);
            return Peek != '.' || ReadFraction();
        }

        days.Add(number);
        at += Peek == '-' ? 1 : 0;
        return days.Count <= 3;
    }

    private bool ReadFraction()
    {
        at++;
        if (!char.IsAsciiDigit(Peek))
        {
            return false;
        }

        var from = at;
        Digits(out var length);
        milliseconds = double.Parse(text.Substring(from, length).PadRight(3, '0').AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
        return true;
    }

    // "+8", "+08", "+0800", "+08:00".
    private bool ReadOffset(double number, int length)
    {
        var minutes = length > 2 ? (Math.Floor(number / 100) * 60) + (number % 100) : number * 60;
        if (Peek == ':')
        {
            at++;
            minutes = (number * 60) + (char.IsAsciiDigit(Peek) ? Digits(out _) : 0);
        }

        offsetMinutes = sign * minutes;
        sign = 0;
        return true;
    }

    private bool ReadSign()
    {
        var isOffset = offsetMinutes == 0 || clock.Count > 0;
        sign = isOffset ? (text[at] == '-' ? -1 : 1) : 0;
        at++;
        return isOffset || !hasNumber;
    }

    private bool ReadWord()
    {
        var from = at;
        while (Peek >= 'A')
        {
            at++;
        }

        var word = text[from..at].ToLowerInvariant();
        var number = Array.IndexOf(Months, word.Length > 3 ? word[..3] : word);
        if (number >= 0)
        {
            month = number + 1;
            at += Peek == '-' ? 1 : 0;
            return true;
        }

        if (word is "am" or "pm" && clock.Count > 0)
        {
            afternoon = word == "pm" ? 12 : 0;
            return true;
        }

        if (Zones.TryGetValue(word, out var hours) && hasNumber)
        {
            offsetMinutes = hours * 60;
            return true;
        }

        return !hasNumber && !char.IsAsciiDigit(Peek);
    }

    private double Time(TimeZoneInfo zone)
    {
        while (days.Count < 3)
        {
            days.Add(1);
        }

        var isYearFirst = days[0] is < 1 or > 31;
        var (year, monthNumber, day) = month > 0
            ? isYearFirst ? (days[0], month, days[1]) : (days[1], month, days[0])
            : isYearFirst ? (days[0], days[1], days[2]) : (days[2], days[0], days[1]);
        year += year is >= 0 and <= 49 ? 2000 : year is >= 50 and <= 99 ? 1900 : 0;
        while (clock.Count < 3)
        {
            clock.Add(0);
        }

        if (monthNumber is < 1 or > 12 || day is < 1 or > 31 || !IsClock())
        {
            return double.NaN;
        }

        var hour = afternoon is { } half ? (clock[0] % 12) + half : clock[0];
        var time = Calendar.Make([year, monthNumber - 1, day, hour, clock[1], clock[2], milliseconds]);
        return Calendar.Clip(offsetMinutes is { } offset ? time - (offset * 60_000) : Calendar.ToUtc(time, zone));
    }

    private bool IsClock() => clock[1] < 60 && clock[2] < 60
        && (afternoon is null ? clock[0] < 24 || (clock[0] == 24 && clock[1] == 0 && clock[2] == 0 && milliseconds == 0) : clock[0] <= 12);
}
