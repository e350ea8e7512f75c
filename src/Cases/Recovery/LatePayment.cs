namespace CaseMgmt.Cases.Recovery;

/// <summary>Penalty for late payment (电费违约金), Supply Rules 1996 article 98: households 1 ‰ a day, others 2 ‰ of the year's debt and 3 ‰ of older debt; at least one yuan.</summary>
public static class LatePayment
{
    public static decimal Of(decimal debt, DateOnly due, DateOnly paid, bool residential)
    {
        if (paid <= due || debt <= 0)
        {
            return 0;
        }

        var yearEnd = new DateOnly(due.Year, 12, 31);
        var thisYear = Math.Max(0, (paid < yearEnd ? paid : yearEnd).DayNumber - due.DayNumber);
        var later = paid.DayNumber - due.DayNumber - thisYear;
        var rate = residential ? 0.001m * (thisYear + later) : (0.002m * thisYear) + (0.003m * later);
        return Math.Max(1m, Regime.Yuan(debt * rate));
    }
}
