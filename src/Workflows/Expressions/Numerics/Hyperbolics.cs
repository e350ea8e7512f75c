namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>exp(x) - 1, log(1 + x) and the hyperbolic functions by the methods of Sun's fdlibm (freely distributable; see the notices).</summary>
internal static class Hyperbolics
{
    private const double Ln2 = 6.93147180559945286227e-01;
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    public static double Sinh(double x)
    {
        var magnitude = Math.Abs(x);
        var half = x < 0 ? -0.5 : 0.5;
        if (magnitude < 22)
        {
            var t = Expm1(magnitude);
            return magnitude < 3.725290298461914e-9 ? x : magnitude < 1 ? half * ((2 * t) - (t * t / (t + 1))) : half * (t + (t / (t + 1)));
        }

        if (magnitude < 709.7822265625)
        {
            return half * Logarithms.Exp(magnitude);
        }

        var w = Logarithms.Exp(0.5 * magnitude);
        return magnitude <= 710.4758600739439 ? half * w * w : x * 1.0e307;
    }

    public static double Cosh(double x)
    {
        var magnitude = Math.Abs(x);
        var size = Bits.High(magnitude);
        if (size < 0x3fd62e43)
        {
            var t = Expm1(magnitude);
            var w = 1 + t;
            return size < 0x3c800000 ? w : 1 + (t * t / (w + w));
        }

        if (magnitude < 22)
        {
            var t = Logarithms.Exp(magnitude);
            return (0.5 * t) + (0.5 / t);
        }

        if (magnitude < 709.7822265625)
        {
            return 0.5 * Logarithms.Exp(magnitude);
        }

        var root = Logarithms.Exp(0.5 * magnitude);
        return magnitude <= 710.4758600739439 ? 0.5 * root * root : double.IsNaN(x) ? x : double.PositiveInfinity;
    }

    public static double Tanh(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude >= 3.725290298461914e-9))
        {
            return x;
        }

        var t = Expm1(magnitude >= 1 ? 2.0 * magnitude : -2.0 * magnitude);
        return Math.CopySign(magnitude >= 22 ? 1 : magnitude >= 1 ? 1 - (2.0 / (t + 2.0)) : -t / (t + 2.0), x);
    }

    public static double Atanh(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude < 1) || magnitude < 3.725290298461914e-9)
        {
            return magnitude == 1 ? x / 0.0 : magnitude < 1 ? x : double.NaN;
        }

        var twice = magnitude + magnitude;
        return Math.CopySign(0.5 * Log1p(magnitude < 0.5 ? twice + (twice * magnitude / (1 - magnitude)) : twice / (1 - magnitude)), x);
    }

    public static double Asinh(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude >= 3.725290298461914e-9) || double.IsInfinity(x))
        {
            return x;
        }

        var square = x * x;
        var result = magnitude > 268_435_456 ? Logarithms.Log(magnitude) + Ln2
            : magnitude > 2 ? Logarithms.Log((2.0 * magnitude) + (1 / (Math.Sqrt(square + 1) + magnitude)))
            : Log1p(magnitude + (square / (1 + Math.Sqrt(1 + square))));
        return Math.CopySign(result, x);
    }

    public static double Acosh(double x)
    {
        if (!(x > 1))
        {
            return x == 1 ? 0 : double.NaN;
        }

        var t = x - 1;
        return x >= 268_435_456 ? (double.IsInfinity(x) ? x : Logarithms.Log(x) + Ln2)
            : x > 2 ? Logarithms.Log((2.0 * x) - (1 / (x + Math.Sqrt((x * x) - 1))))
            : Log1p(t + Math.Sqrt((2.0 * t) + (t * t)));
    }

    public static double Expm1(double x)
    {
        if (!double.IsFinite(x) || x > 7.09782712893383973096e+02 || x < -38.816242)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : -1;
        }

        var size = Bits.High(x) & 0x7fffffff;
        if (size <= 0x3fd62e42)
        {
            return size < 0x3c900000 ? x : Expm1Near(x, 0, 0);
        }

        var k = size < 0x3FF0A2B2 ? Math.Sign(x) : (int)((1.44269504088896338700e+00 * x) + (x < 0 ? -0.5 : 0.5));
        var high = x - (k * Ln2High);
        var low = k * Ln2Low;
        var reduced = high - low;
        return Expm1Near(reduced, high - reduced - low, k);
    }

    private static double Expm1Near(double x, double c, int k)
    {
        var half = 0.5 * x;
        var square = x * half;
        var r = 1 + (square * (-3.33333333333331316428e-02 + (square * (1.58730158725481460165e-03 + (square * (-7.93650757867487942473e-05
            + (square * (4.00821782732936239552e-06 + (square * -2.01099218183624371326e-07)))))))));
        var t = 3.0 - (r * half);
        var e = square * ((r - t) / (6.0 - (x * t)));
        if (k == 0)
        {
            return x - ((x * e) - square);
        }

        e = (x * (e - c)) - c - square;
        return k switch
        {
            -1 => (0.5 * (x - e)) - 0.5,
            1 => x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + (2.0 * (x - e)),
            <= -2 or > 56 => Math.ScaleB(1 - (e - x), k) - 1,
            < 20 => Math.ScaleB(1 - Math.ScaleB(1, -k) - (e - x), k),
            _ => Math.ScaleB(x - (e + Math.ScaleB(1, -k)) + 1, k),
        };
    }

    public static double Log1p(double x)
    {
        if (!(x > -1) || double.IsPositiveInfinity(x))
        {
            return x == -1 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        var size = Bits.High(x) & 0x7fffffff;
        if (size < 0x3e200000)
        {
            return size < 0x3c900000 ? x : x - (x * x * 0.5);
        }

        var high = Bits.High(x);
        if (high < 0x3FDA827A && (high > 0 || high <= unchecked((int)0xbfd2bec4)))
        {
            return Log1pSeries(x, 0, 0, 1);
        }

        var u = high < 0x43400000 ? 1 + x : x;
        var upper = Bits.High(u);
        var k = (upper >> 20) - 1023;
        var c = high >= 0x43400000 ? 0 : (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
        upper &= 0x000fffff;
        var isLower = upper < 0x6a09e;
        u = Bits.WithHigh(u, upper | (isLower ? 0x3ff00000 : 0x3fe00000));
        return Log1pSeries(u - 1, c, isLower ? k : k + 1, isLower ? upper : (0x00100000 - upper) >> 2);
    }

    private static double Log1pSeries(double f, double c, int k, int upper)
    {
        var half = 0.5 * f * f;
        var low = (k * Ln2Low) + c;
        if (upper == 0)
        {
            var rest = half * (1.0 - (0.66666666666666666 * f));
            return f == 0 ? (k == 0 ? 0 : (k * Ln2High) + (c + (k * Ln2Low))) : k == 0 ? f - rest : (k * Ln2High) - (rest - low - f);
        }

        var s = f / (2.0 + f);
        var z = s * s;
        var r = z * (6.666666666666735130e-01 + (z * (3.999999999940941908e-01 + (z * (2.857142874366239149e-01 + (z * (2.222219843214978396e-01
            + (z * (1.818357216161805012e-01 + (z * (1.531383769920937332e-01 + (z * 1.479819860511658591e-01))))))))))));
        return k == 0 ? f - (half - (s * (half + r))) : (k * Ln2High) - (half - ((s * (half + r)) + low) - f);
    }
}
