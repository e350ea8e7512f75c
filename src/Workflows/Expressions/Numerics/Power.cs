namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>
/// x to the power y by the method of Sun's fdlibm (freely distributable; see the notices): log2(x) in two doubles, times y, and two to that. JavaScript
/// engines use this method, and its last digit differs from the platform's.
/// </summary>
internal static class Power
{
    private const double Huge = 1.0e300;
    private const double Tiny = 1.0e-300;
    private const double Ln2 = 6.93147180559945286227e-01;
    private const double Ln2High = 6.93147182464599609375e-01;
    private const double Ln2Low = -1.90465429995776804525e-09;

    public static double Of(double x, double y)
    {
        if (y == 0)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var parity = Parity(y);
        var magnitude = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return magnitude == 1 ? double.NaN : magnitude > 1 == y > 0 ? double.PositiveInfinity : 0;
        }

        if (y == 1 || y == -1 || y == 2 || (y == 0.5 && x >= 0))
        {
            return y == 1 ? x : y == -1 ? 1 / x : y == 2 ? x * x : Math.Sqrt(x);
        }

        var negative = double.IsNegative(x) && parity == 1;
        if (double.IsInfinity(x) || x == 0 || magnitude == 1)
        {
            return Special(x, y, magnitude, parity, negative);
        }

        return x < 0 && parity == 0 ? double.NaN : General(magnitude, y, negative ? -1.0 : 1.0);
    }

    /// <summary>0 for no whole number, 1 for odd, 2 for even.</summary>
    private static int Parity(double y) => y != Math.Floor(y) ? 0 : Math.Abs(y) < 9007199254740992 && Math.Abs(y) % 2 == 1 ? 1 : 2;

    private static double Special(double x, double y, double magnitude, int parity, bool negative)
    {
        var result = y < 0 ? 1 / magnitude : magnitude;
        if (x < 0 && magnitude == 1 && parity == 0)
        {
            return double.NaN;
        }

        return negative ? -result : result;
    }

    private static double General(double x, double y, double sign)
    {
        var high = Bits.High(x);
        var power = Math.Abs(y);
        if (power > 2147483648.0)
        {
            if (power > 18446744073709551616.0 || high < 0x3fefffff || high > 0x3ff00000)
            {
                return high < 0x3ff00000 == y < 0 ? sign * Huge * Huge : sign * Tiny * Tiny;
            }

            return Scale(y, NearOne(x), sign);
        }

        return Scale(y, Log2(x, high), sign);
    }

    /// <summary>log2 of a value within 2^-20 of 1, for huge exponents.</summary>
    private static (double Head, double Tail) NearOne(double x)
    {
        var t = x - 1;
        var w = t * t * (0.5 - (t * (0.3333333333333333333333 - (t * 0.25))));
        var u = 1.44269502162933349609e+00 * t;
        var v = (t * 1.92596299112661746887e-08) - (w * 1.44269504088896338700e+00);
        var head = Bits.Head(u + v);
        return (head, v - (head - u));
    }

    private static (double Head, double Tail) Log2(double x, int high)
    {
        var n = 0;
        if (high < 0x00100000)
        {
            x *= 9007199254740992.0;
            n -= 53;
            high = Bits.High(x);
        }

        n += (high >> 20) - 0x3ff;
        var fraction = high & 0x000fffff;
        high = fraction | 0x3ff00000;
        var k = 0;
        if (fraction > 0x3988E && fraction < 0xBB67A)
        {
            k = 1;
        }
        else if (fraction >= 0xBB67A)
        {
            n += 1;
            high -= 0x00100000;
        }

        return Series(Bits.WithHigh(x, high), high, k, n);
    }

    private static (double Head, double Tail) Series(double x, int high, int k, int n)
    {
        var point = k == 0 ? 1.0 : 1.5;
        var u = x - point;
        var v = 1 / (x + point);
        var ss = u * v;
        var sHead = Bits.Head(ss);
        var tHead = Bits.FromHigh(((high >> 1) | 0x20000000) + 0x00080000 + (k << 18));
        var tTail = x - (tHead - point);
        var sTail = v * (u - (sHead * tHead) - (sHead * tTail));
        var s2 = ss * ss;
        var r = s2 * s2 * (5.99999999999994648725e-01 + (s2 * (4.28571428578550184252e-01 + (s2 * (3.33333329818377432918e-01
            + (s2 * (2.72728123808534006489e-01 + (s2 * (2.30660745775561754067e-01 + (s2 * 2.06975017800338417784e-01))))))))));
        r += sTail * (sHead + ss);
        s2 = sHead * sHead;
        tHead = Bits.Head(3.0 + s2 + r);
        tTail = r - (tHead - 3.0 - s2);
        u = sHead * tHead;
        v = (sTail * tHead) + (tTail * ss);
        var pHead = Bits.Head(u + v);
        var pTail = v - (pHead - u);
        var zHead = 9.61796700954437255859e-01 * pHead;
        var zTail = (-7.02846165095275826516e-09 * pHead) + (pTail * 9.61796693925975554329e-01) + (k == 0 ? 0 : 1.35003920212974897128e-08);
        var base2 = k == 0 ? 0 : 5.84962487220764160156e-01;
        var head = Bits.Head(zHead + zTail + base2 + n);
        return (head, zTail - (head - n - base2 - zHead));
    }

    private static double Scale(double y, (double Head, double Tail) log, double sign)
    {
        var yHead = Bits.Head(y);
        var tail = ((y - yHead) * log.Head) + (y * log.Tail);
        var head = yHead * log.Head;
        var z = tail + head;
        if (z >= 1024 && (z > 1024 || tail + 8.0085662595372944372e-17 > z - head))
        {
            return sign * Huge * Huge;
        }

        return z <= -1075 && (z < -1075 || tail <= z - head) ? sign * Tiny * Tiny : sign * Exp2(head, tail, z);
    }

    private static double Exp2(double head, double tail, double z)
    {
        var high = Bits.High(z);
        var k = ((high & 0x7fffffff) >> 20) - 0x3ff;
        var n = 0;
        if ((high & 0x7fffffff) > 0x3fe00000)
        {
            var whole = high + (0x00100000 >> (k + 1));
            k = ((whole & 0x7fffffff) >> 20) - 0x3ff;
            var t = Bits.FromHigh(whole & ~(0x000fffff >> k));
            n = ((whole & 0x000fffff) | 0x00100000) >> (20 - k);
            n = high < 0 ? -n : n;
            head -= t;
        }

        var p = Bits.Head(tail + head);
        var u = p * Ln2High;
        var v = ((tail - (p - head)) * Ln2) + (p * Ln2Low);
        var sum = u + v;
        var w = v - (sum - u);
        var square = sum * sum;
        var t1 = sum - (square * (1.66666666666666019037e-01 + (square * (-2.77777777770155933842e-03
            + (square * (6.61375632143793436117e-05 + (square * (-1.65339022054652515390e-06 + (square * 4.13813679705723846039e-08)))))))));

        // V8 divides by the whole of it, which fdlibm does not: 10 ** -5 is 0.000009999999999999999 there, and so it is here.
        var r = sum * t1 / (t1 - 2 - (w + (sum * w)));
        var result = 1 - (r - sum);
        var exponent = Bits.High(result) + (n << 20);
        return exponent >> 20 <= 0 ? Math.ScaleB(result, n) : Bits.WithHigh(result, exponent);
    }
}
