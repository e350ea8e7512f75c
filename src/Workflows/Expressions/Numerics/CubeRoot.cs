namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>The cube root of the FreeBSD mathematical library, which JavaScript engines use: the platform's own differs in the last digit.</summary>
internal static class CubeRoot
{
    private const uint B1 = 715_094_163;
    private const uint B2 = 696_219_795;

    public static double Of(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return value;
        }

        var estimate = Rough(Math.Abs(value));
        var ratio = estimate * estimate * (estimate / Math.Abs(value));
        estimate *= 1.87595182427177009643 + (ratio * (-1.88497979543377169875 + (ratio * 1.621429720105354466140)))
            + (ratio * ratio * ratio * (-0.758397934778766047437 + (ratio * 0.145996192886612446982)));

        // Round to 23 bits, so that the next step is exact.
        estimate = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(estimate) + 0x80000000L) & unchecked((long)0xFFFFFFFFC0000000UL));
        var square = estimate * estimate;
        var rest = Math.Abs(value) / square;
        rest = (rest - estimate) / (estimate + estimate + rest);
        return Math.CopySign(estimate + (estimate * rest), value);
    }

    /// <summary>Right to 5 bits, by dividing the exponent by three.</summary>
    private static double Rough(double value)
    {
        var high = (uint)(BitConverter.DoubleToInt64Bits(value) >> 32);
        if (high >= 0x00100000)
        {
            return BitConverter.Int64BitsToDouble((long)((high / 3) + B1) << 32);
        }

        // Subnormal: scale up by 2^54 first.
        high = (uint)(BitConverter.DoubleToInt64Bits(value * 18_014_398_509_481_984.0) >> 32);
        return BitConverter.Int64BitsToDouble((long)(((high & 0x7FFFFFFF) / 3) + B2) << 32);
    }
}
