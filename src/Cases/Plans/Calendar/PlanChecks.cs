namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>A population and how much of it was audited.</summary>
public sealed record Coverage(int Population, int Audited);

/// <summary>What a month of a plan is checked against.</summary>
/// <param name="CountiesThere">Counties that the organisation has.</param>
/// <param name="CountiesPlanned">Counties planned for inspection on the spot in the month.</param>
/// <param name="Connections">HV connections of the month; null where nobody knows them yet.</param>
/// <param name="Callbacks">Connections in progress; null where nobody knows them yet.</param>
public sealed record PlanFigures(int CountiesThere, int CountiesPlanned, Coverage? Connections, Coverage? Callbacks);

/// <summary>One check with its numbers: how many there are, how many are wanted, how many there were.</summary>
public sealed record PlanCheck(string Code, int? Population, int? Wanted, int? Got, string State)
{
    public const string Satisfied = "satisfied";
    public const string Missing = "missing";
    public const string Unknown = "unknown";
}

/// <summary>The three shares that a month of audit must reach. Pure.</summary>
public static class PlanChecks
{
    public const int LeastCounties = 2;
    public const int ConnectionPercent = 30;
    public const int CallbackPercent = 40;

    public static IReadOnlyList<PlanCheck> Of(PlanFigures figures) =>
    [
        // A city of one county cannot visit two.
        Check("counties", figures.CountiesThere, Math.Min(LeastCounties, figures.CountiesThere), figures.CountiesPlanned),
        Share("hv-connections", figures.Connections, ConnectionPercent),
        Share("call-back", figures.Callbacks, CallbackPercent),
    ];

    /// <summary>A share of whole things is rounded up: thirty per cent of eleven are four.</summary>
    public static int Wanted(int population, decimal percent) => (int)Math.Ceiling(population * percent / 100m);

    private static PlanCheck Share(string code, Coverage? coverage, int percent) =>
        coverage is null ? new(code, null, null, null, PlanCheck.Unknown) : Check(code, coverage.Population, Wanted(coverage.Population, percent), coverage.Audited);

    private static PlanCheck Check(string code, int population, int wanted, int got) =>
        new(code, population, wanted, got, got >= wanted ? PlanCheck.Satisfied : PlanCheck.Missing);
}
