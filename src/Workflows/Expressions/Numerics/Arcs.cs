namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>The inverse trigonometric functions by the methods of Sun's fdlibm (freely distributable; see the notices), as JavaScript engines have them.</summary>
internal static class Arcs
{
    private const double HalfPi = 1.57079632679489655800e+00;
    private const double HalfPiTail = 6.12323399573676603587e-17;
    private const double QuarterPi = 7.85398163397448278999e-01;
    private const double Pi = 3.14159265358979311600e+00;
    private const double PiTail = 1.2246467991473531772e-16;

    private static readonly double[] High = [4.63647609000806093515e-01, QuarterPi, 9.82793723247329054082e-01, HalfPi];
    private static readonly double[] Tail = [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, HalfPiTail];

    public static double Asin(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude < 1))
        {
            return magnitude == 1 ? (x * HalfPi) + (x * HalfPiTail) : double.NaN;
        }

        var size = Bits.High(magnitude);
        if (size < 0x3fe00000)
        {
            return size < 0x3e400000 ? x : x + (x * Ratio(x * x));
        }

        var t = (1 - magnitude) * 0.5;
        var s = Math.Sqrt(t);
        var r = Ratio(t);
        if (size >= 0x3FEF3333)
        {
            return Math.CopySign(HalfPi - ((2.0 * (s + (s * r))) - HalfPiTail), x);
        }

        var w = Bits.Head(s);
        var c = (t - (w * w)) / (s + w);
        var p = (2.0 * s * r) - (HalfPiTail - (2.0 * c));
        return Math.CopySign(QuarterPi - (p - (QuarterPi - (2.0 * w))), x);
    }

    public static double Acos(double x)
    {
        var magnitude = Math.Abs(x);
        if (!(magnitude < 1))
        {
            return x == 1 ? 0 : x == -1 ? Pi + (2.0 * HalfPiTail) : double.NaN;
        }

        if (magnitude < 0.5)
        {
            return Bits.High(magnitude) <= 0x3c600000 ? HalfPi + HalfPiTail : HalfPi - (x - (HalfPiTail - (x * Ratio(x * x))));
        }

        var z = (1 - magnitude) * 0.5;
        var s = Math.Sqrt(z);
        if (x < 0)
        {
            return Pi - (2.0 * (s + ((Ratio(z) * s) - HalfPiTail)));
        }

        var head = Bits.Head(s);
        var c = (z - (head * head)) / (s + head);
        return 2.0 * (head + ((Ratio(z) * s) + c));
    }

    public static double Atan(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var magnitude = Math.Abs(x);
        var size = Bits.High(magnitude);
        if (size >= 0x44100000)
        {
            return Math.CopySign(High[3] + Tail[3], x);
        }

        if (size < 0x3fdc0000)
        {
            return size < 0x3e400000 ? x : x - (x * Series(x * x));
        }

        var (part, reduced) = size < 0x3fe60000 ? (0, ((2.0 * magnitude) - 1) / (2.0 + magnitude))
            : size < 0x3ff30000 ? (1, (magnitude - 1) / (magnitude + 1))
            : size < 0x40038000 ? (2, (magnitude - 1.5) / (1 + (1.5 * magnitude)))
            : (3, -1.0 / magnitude);
        return Math.CopySign(High[part] - ((reduced * Series(reduced * reduced)) - Tail[part] - reduced), x);
    }

    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y) || x == 0 || y == 0 || double.IsInfinity(x) || double.IsInfinity(y))
        {
            return Math.Atan2(y, x);
        }

        if (x == 1)
        {
            return Atan(y);
        }

        var distance = ((Bits.High(y) & 0x7fffffff) - (Bits.High(x) & 0x7fffffff)) >> 20;
        var z = distance > 60 ? HalfPi + (0.5 * PiTail) : x < 0 && distance < -60 ? 0 : Atan(Math.Abs(y / x));
        return x > 0 || distance > 60
            ? Math.CopySign(z, y)
            : y > 0 ? Pi - (z - PiTail) : z - PiTail - Pi;
    }

    private static double Ratio(double t)
    {
        var p = t * (1.66666666666666657415e-01 + (t * (-3.25565818622400915405e-01 + (t * (2.01212532134862925881e-01
            + (t * (-4.00555345006794114027e-02 + (t * (7.91534994289814532176e-04 + (t * 3.47933107596021167570e-05))))))))));
        var q = 1 + (t * (-2.40339491173441421878e+00 + (t * (2.02094576023350569471e+00 + (t * (-6.88283971605453293030e-01 + (t * 7.70381505559019352791e-02)))))));
        return p / q;
    }

    private static double Series(double z)
    {
        var w = z * z;
        var even = z * (3.33333333333329318027e-01 + (w * (1.42857142725034663711e-01 + (w * (9.09088713343650656196e-02
            + (w * (6.66107313738753120669e-02 + (w * (4.97687799461593236017e-02 + (w * 1.62858201153657823623e-02))))))))));
        var odd = w * (-1.99999999998764832476e-01 + (w * (-1.11111104054623557880e-01 + (w * (-7.69187620504482999495e-02
            + (w * (-5.83357013379057348645e-02 + (w * -3.65315727442169155270e-02))))))));
        return even + odd;
    }
}
