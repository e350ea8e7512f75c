namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// How bad the whole may be, seen from a sample: the upper limit, with 95 % confidence, of the share of failures (Clopper and Pearson). Without a failure it is about 3 / n, the rule of
/// three: thirty orders without a fault leave room for one in ten. Pure.
/// </summary>
public static class FailureBound
{
    private const double Doubt = 0.05;
    private const int Steps = 60;

    /// <summary>In per cent, rounded up to a tenth; null where nothing was looked at.</summary>
    public static decimal? UpperPercent(int looked, int failed)
    {
        if (looked <= 0)
        {
            return null;
        }

        var (low, high) = ((double)failed / looked, 1.0);
        for (var step = 0; step < Steps && failed < looked; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = AtMost(failed, looked, middle) > Doubt ? (middle, high) : (low, middle);
        }

        return Math.Ceiling((decimal)high * 1000m) / 10m;
    }

    /// <summary>The chance of at most so many failures among n at this share; each term from the one before, in logarithms, because thousands of orders underflow.</summary>
    private static double AtMost(int failed, int looked, double share)
    {
        var (term, sum) = (looked * Math.Log(1 - share), 0.0);
        for (var count = 0; count <= failed; count++)
        {
            sum += Math.Exp(term);
            term += Math.Log((double)(looked - count) / (count + 1)) + Math.Log(share / (1 - share));
        }

        return sum;
    }
}
