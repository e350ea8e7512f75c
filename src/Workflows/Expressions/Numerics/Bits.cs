namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>The two words of a double, as the algorithms in this folder take them apart.</summary>
internal static class Bits
{
    public static int High(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> 32);

    public static uint Low(double value) => unchecked((uint)BitConverter.DoubleToInt64Bits(value));

    public static double WithHigh(double value, int high) =>
        BitConverter.Int64BitsToDouble(((long)high << 32) | (BitConverter.DoubleToInt64Bits(value) & 0xFFFFFFFFL));

    /// <summary>The value with its low word cleared: products of two such are exact.</summary>
    public static double Head(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & unchecked((long)0xFFFFFFFF00000000UL));

    public static double FromHigh(int high) => BitConverter.Int64BitsToDouble((long)high << 32);
}
