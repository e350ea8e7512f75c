namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>e to the power x and the logarithms by the methods of Sun's fdlibm (freely distributable; see the notices), as JavaScript engines have them.</summary>
internal static class Logarithms
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    public static double Exp(double x)
    {
        if (!double.IsFinite(x) || x > 7.09782712893383973096e+02 || x < -7.45133219101941108420e+02)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        var size = Bits.High(x) & 0x7fffffff;
        double high = x, low = 0;
        var k = 0;
        if (size > 0x3fd62e42)
        {
            k = size < 0x3FF0A2B2 ? Math.Sign(x) : (int)((1.44269504088896338700e+00 * x) + (x < 0 ? -0.5 : 0.5));
            high = x - (k * Ln2High);
            low = k * Ln2Low;
            x = size < 0x3FF0A2B2 && x == 1 ? x : high - low;
        }
        else if (size < 0x3e300000)
        {
            return 1 + x;
        }

        return size is > 0x3fd62e42 and < 0x3FF0A2B2 && high + Ln2High == 1 && k == 1 ? Math.E : Combine(x, high, low, k);
    }

    public static double Log(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var k = 0;
        if (x < 2.2250738585072014E-308)
        {
            k = -54;
            x *= 1.80143985094819840000e+16;
        }

        var high = Bits.High(x);
        k += (high >> 20) - 1023;
        high &= 0x000fffff;
        var i = (high + 0x95f64) & 0x100000;
        k += i >> 20;
        var f = Bits.WithHigh(x, high | (i ^ 0x3ff00000)) - 1.0;
        return (0x000fffff & (2 + high)) < 3 ? LogNearOne(f, k) : LogSeries(f, k, high);
    }

    public static double Log10(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var k = 0;
        if (x < 2.2250738585072014E-308)
        {
            k = -54;
            x *= 1.80143985094819840000e+16;
        }

        var high = Bits.High(x);
        if (high == 0x3ff00000 && Bits.Low(x) == 0)
        {
            return 0;
        }

        k += (high >> 20) - 1023;
        var i = (k & unchecked((int)0x80000000)) >>> 31;
        var y = (double)(k + i);
        x = Bits.WithHigh(x, (high & 0x000fffff) | ((0x3ff - i) << 20));
        var z = (y * 3.69423907715893078616e-13) + (4.34294481903251816668e-01 * Log(x));
        return z + (y * 3.01029995663611771306e-01);
    }

    public static double Log2(double x)
    {
        if (!(x > 0) || double.IsPositiveInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var k = x < 2.2250738585072014E-308 ? -54 : 0;
        x *= k == 0 ? 1 : 1.80143985094819840000e+16;
        var high = Bits.High(x);
        k += (high >> 20) - 1023;
        high &= 0x000fffff;
        var i = (high + 0x95f64) & 0x100000;
        k += i >> 20;
        var f = Bits.WithHigh(x, high | (i ^ 0x3ff00000)) - 1.0;
        return f == 0 ? k : Log2Parts(f, k);
    }

    private static double Log2Parts(double f, double k)
    {
        var half = 0.5 * f * f;
        var s = f / (2.0 + f);
        var r = s * (half + Series(s * s));
        var head = Bits.Head(f - half);
        var tail = f - head - half + r;
        var valueHead = head * 1.44269504072144627571e+00;
        var valueTail = ((tail + head) * 1.67517131648865118353e-10) + (tail * 1.44269504072144627571e+00);
        var w = k + valueHead;
        return valueTail + (k - w + valueHead) + w;
    }

    private static double Series(double z)
    {
        var w = z * z;
        var even = w * (3.999999999940941908e-01 + (w * (2.222219843214978396e-01 + (w * 1.531383769920937332e-01))));
        var odd = z * (6.666666666666735130e-01 + (w * (2.857142874366239149e-01 + (w * (1.818357216161805012e-01 + (w * 1.479819860511658591e-01))))));
        return odd + even;
    }

    private static double Combine(double x, double high, double low, int k)
    {
        var t = x * x;
        var c = x - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03
            + (t * (6.61375632143793436117e-05 + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        if (k == 0)
        {
            return 1 - ((x * c / (c - 2.0)) - x);
        }

        var y = 1 - (low - (x * c / (2.0 - c)) - high);
        return Math.ScaleB(y, k);
    }

    private static double LogNearOne(double f, int k)
    {
        if (f == 0)
        {
            return k == 0 ? 0 : (k * Ln2High) + (k * Ln2Low);
        }

        var r = f * f * (0.5 - (0.33333333333333333 * f));
        return k == 0 ? f - r : (k * Ln2High) - (r - (k * Ln2Low) - f);
    }

    private static double LogSeries(double f, int k, int high)
    {
        var s = f / (2.0 + f);
        var r = Series(s * s);
        if (((high - 0x6147a) | (0x6b851 - high)) > 0)
        {
            var half = 0.5 * f * f;
            return k == 0 ? f - (half - (s * (half + r))) : (k * Ln2High) - (half - ((s * (half + r)) + (k * Ln2Low)) - f);
        }

        return k == 0 ? f - (s * (f - r)) : (k * Ln2High) - ((s * (f - r)) - (k * Ln2Low) - f);
    }
}
