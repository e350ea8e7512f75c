namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>A share with its 95 % interval (Wilson): three of three is not "100 %", it is "44 % to 100 %".</summary>
public sealed record Share(decimal Value, decimal Low, decimal High)
{
    private const double Z = 1.959964;

    /// <summary>Null where nothing was counted.</summary>
    public static Share? Of(int hits, int all)
    {
        if (all <= 0)
        {
            return null;
        }

        var (n, p, square) = ((double)all, (double)hits / all, Z * Z);
        var middle = (p + (square / (2 * n))) / (1 + (square / n));
        var half = Z / (1 + (square / n)) * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n)));
        return new Share(Rounded(p), Rounded(Math.Max(0, middle - half)), Rounded(Math.Min(1, middle + half)));
    }

    private static decimal Rounded(double value) => Math.Round((decimal)value, 4);
}
