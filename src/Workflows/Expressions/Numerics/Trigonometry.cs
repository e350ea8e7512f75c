namespace CaseMgmt.Workflows.Expressions.Numerics;

/// <summary>
/// Sine, cosine and tangent by the methods of Sun's fdlibm (freely distributable; see the notices), as JavaScript engines have them. Beyond 2^19 quarter
/// turns the platform's functions answer.
/// </summary>
internal static class Trigonometry
{
    private const int QuarterPi = 0x3fe921fb;
    private const int Medium = 0x413921fb;

    public static double Sin(double x)
    {
        var size = Bits.High(x) & 0x7fffffff;
        if (size > Medium)
        {
            return Math.Sin(x);
        }

        if (size <= QuarterPi)
        {
            return KernelSin(x, 0, isWhole: true);
        }

        var (turns, head, tail) = QuarterTurns.Of(x);
        return (turns & 3) switch
        {
            0 => KernelSin(head, tail, isWhole: false),
            1 => KernelCos(head, tail),
            2 => -KernelSin(head, tail, isWhole: false),
            _ => -KernelCos(head, tail),
        };
    }

    public static double Cos(double x)
    {
        var size = Bits.High(x) & 0x7fffffff;
        if (size > Medium)
        {
            return Math.Cos(x);
        }

        if (size <= QuarterPi)
        {
            return KernelCos(x, 0);
        }

        var (turns, head, tail) = QuarterTurns.Of(x);
        return (turns & 3) switch
        {
            0 => KernelCos(head, tail),
            1 => -KernelSin(head, tail, isWhole: false),
            2 => -KernelCos(head, tail),
            _ => KernelSin(head, tail, isWhole: false),
        };
    }

    public static double Tan(double x)
    {
        var size = Bits.High(x) & 0x7fffffff;
        if (size > Medium)
        {
            return Math.Tan(x);
        }

        if (size <= QuarterPi)
        {
            return Tangent.Kernel(x, 0, isDirect: true);
        }

        var (turns, head, tail) = QuarterTurns.Of(x);
        return Tangent.Kernel(head, tail, (turns & 1) == 0);
    }

    private static double KernelSin(double x, double tail, bool isWhole)
    {
        if ((Bits.High(x) & 0x7fffffff) < 0x3e400000)
        {
            return x;
        }

        var z = x * x;
        var v = z * x;
        var r = 8.33333333332248946124e-03 + (z * (-1.98412698298579493134e-04 + (z * (2.75573137070700676789e-06
            + (z * (-2.50507602534068634195e-08 + (z * 1.58969099521155010221e-10)))))));
        return isWhole
            ? x + (v * (-1.66666666666666324348e-01 + (z * r)))
            : x - ((z * ((0.5 * tail) - (v * r))) - tail - (v * -1.66666666666666324348e-01));
    }

    private static double KernelCos(double x, double tail)
    {
        var size = Bits.High(x) & 0x7fffffff;
        if (size < 0x3e400000)
        {
            return 1;
        }

        var z = x * x;
        var r = z * (4.16666666666666019037e-02 + (z * (-1.38888888888741095749e-03 + (z * (2.48015872894767294178e-05
            + (z * (-2.75573143513906633035e-07 + (z * (2.08757232129817482790e-09 + (z * -1.13596475577881948265e-11))))))))));
        if (size < 0x3FD33333)
        {
            return 1 - ((0.5 * z) - ((z * r) - (x * tail)));
        }

        var quarter = size > 0x3fe90000 ? 0.28125 : Bits.FromHigh(size - 0x00200000);
        return 1 - quarter - ((0.5 * z) - quarter - ((z * r) - (x * tail)));
    }
}

/// <summary>The kernel of the tangent on an eighth of a turn.</summary>
internal static class Tangent
{
    public static double Kernel(double x, double tail, bool isDirect)
    {
        var high = Bits.High(x);
        var size = high & 0x7fffffff;
        if (size < 0x3e300000)
        {
            return isDirect ? x : Inverse(x, tail, x + tail);
        }

        var isLarge = size >= 0x3FE59428;
        if (isLarge)
        {
            (x, tail) = x < 0 ? (-x, -tail) : (x, tail);
            x = 7.85398163397448278999e-01 - x + (3.06161699786838301793e-17 - tail);
            tail = 0;
        }

        var z = x * x;
        var s = z * x;
        var r = tail + (z * ((s * Series(z)) + tail)) + (3.33333333333334091986e-01 * s);
        var w = x + r;
        if (isLarge)
        {
            var v = isDirect ? 1.0 : -1.0;
            return (1 - ((high >> 30) & 2)) * (v - (2.0 * (x - ((w * w / (w + v)) - r))));
        }

        return isDirect ? w : Inverse(x, r, w);
    }

    private static double Series(double z)
    {
        var w = z * z;
        var r = 1.33333333333201242699e-01 + (w * (2.18694882948595424599e-02 + (w * (3.59207910759131235356e-03
            + (w * (5.88041240820264096874e-04 + (w * (7.81794442939557092300e-05 + (w * -1.85586374855275456654e-05)))))))));
        var v = z * (5.39682539762260521377e-02 + (w * (8.86323982359930005737e-03 + (w * (1.45620945432529025516e-03
            + (w * (2.46463134818469906812e-04 + (w * (7.14072491382608190305e-05 + (w * 2.59073051863633712884e-05))))))))));
        return r + v;
    }

    /// <summary>-1 / (x + r), more exactly than the division gives it.</summary>
    private static double Inverse(double x, double r, double w)
    {
        var z = Bits.Head(w);
        var v = r - (z - x);
        var a = -1.0 / w;
        var t = Bits.Head(a);
        return t + (a * (1.0 + (t * z) + (t * v)));
    }
}

/// <summary>An angle as a number of quarter turns and a rest in two doubles.</summary>
internal static class QuarterTurns
{
    private const double First = 1.57079632673412561417e+00;
    private const double FirstTail = 6.07710050650619224932e-11;
    private const double Second = 6.07710050630396597660e-11;
    private const double SecondTail = 2.02226624879595063154e-21;
    private const double Third = 2.02226624871116645580e-21;
    private const double ThirdTail = 8.47842766036889956997e-32;

    public static (int Turns, double Head, double Tail) Of(double x)
    {
        var (turns, head, tail) = Positive(Math.Abs(x));
        return x < 0 ? (-turns, -head, -tail) : (turns, head, tail);
    }

    private static (int Turns, double Head, double Tail) Positive(double x)
    {
        var size = Bits.High(x);
        if (size < 0x4002d97c)
        {
            var z = x - First;
            var (more, t) = size == 0x3ff921fb ? (Second, SecondTail) : (0.0, FirstTail);
            z -= more;
            var near = z - t;
            return (1, near, z - near - t);
        }

        var turns = (int)((x * 6.36619772367581382433e-01) + 0.5);
        var rest = x - (turns * First);
        var w = turns * FirstTail;
        if (Lost(size, rest - w) > 16)
        {
            (rest, w) = Refine(rest, turns, Second, SecondTail);
            if (Lost(size, rest - w) > 49)
            {
                (rest, w) = Refine(rest, turns, Third, ThirdTail);
            }
        }

        var head = rest - w;
        return (turns, head, rest - head - w);
    }

    /// <summary>Bits that the subtraction cancelled.</summary>
    private static int Lost(int size, double rest) => (size >> 20) - ((Bits.High(rest) >> 20) & 0x7ff);

    private static (double Left, double Part) Refine(double before, int turns, double part, double tail)
    {
        var w = turns * part;
        var rest = before - w;
        return (rest, (turns * tail) - (before - rest - w));
    }
}
