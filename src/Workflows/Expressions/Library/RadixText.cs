using System.Text;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Numbers in another radix, digit by digit as V8 writes them: the fewest fraction digits that tell the double from its neighbours.</summary>
internal static class RadixText
{
    private const string Alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Format(double number, int radix)
    {
        var value = Math.Abs(number);
        var whole = Math.Floor(value);
        var delta = Math.Max(0.5 * (Math.BitIncrement(value) - value), double.Epsilon);
        var text = new StringBuilder(Fraction(value - whole, delta, radix, ref whole));
        foreach (var digit in Whole(whole, radix))
        {
            text.Insert(0, digit);
        }

        return text.Insert(0, number < 0 ? "-" : "").ToString();
    }

    private static string Fraction(double fraction, double delta, int radix, ref double whole)
    {
        if (fraction < delta)
        {
            return "";
        }

        var digits = new List<int>();
        do
        {
            fraction *= radix;
            delta *= radix;
            var digit = (int)fraction;
            digits.Add(digit);
            fraction -= digit;
            if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1) == 1)) && fraction + delta > 1)
            {
                RoundUp(digits, radix, ref whole);
                break;
            }
        }
        while (fraction >= delta);
        return digits.Count == 0 ? "" : "." + string.Concat(digits.Select(digit => Alphabet[digit]));
    }

    private static void RoundUp(List<int> digits, int radix, ref double whole)
    {
        while (digits.Count > 0 && digits[^1] + 1 >= radix)
        {
            digits.RemoveAt(digits.Count - 1);
        }

        if (digits.Count == 0)
        {
            whole += 1;
        }
        else
        {
            digits[^1]++;
        }
    }

    /// <summary>From the last digit to the first. Digits beyond what 53 bits hold are zeros.</summary>
    private static IEnumerable<char> Whole(double whole, int radix)
    {
        while (whole / radix >= 9007199254740992)
        {
            whole /= radix;
            yield return '0';
        }

        do
        {
            var rest = whole % radix;
            yield return Alphabet[(int)rest];
            whole = (whole - rest) / radix;
        }
        while (whole > 0);
    }
}
