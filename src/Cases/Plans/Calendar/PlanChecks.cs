namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>A population and how much of it was audited.</summary>
/// <param name="Pending">Drawn for it and not frozen yet, so it does not count.</param>
public sealed record Coverage(int Population, int Audited, int Pending = 0);

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

    /// <summary>Why it is missing or unknown; null for one that is satisfied.</summary>
    public string? Reason { get; init; }
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
        Check("counties", figures.CountiesThere, Math.Min(LeastCounties, figures.CountiesThere), figures.CountiesPlanned, "not-chosen"),
        Share("hv-connections", figures.Connections, ConnectionPercent),
        Share("call-back", figures.Callbacks, CallbackPercent),
    ];

    /// <summary>A share of whole things is rounded up: thirty per cent of eleven are four.</summary>
    public static int Wanted(int population, decimal percent) => (int)Math.Ceiling(population * percent / 100m);

    private static PlanCheck Share(string code, Coverage? coverage, int percent) =>
        coverage is null ? new(code, null, null, null, PlanCheck.Unknown) { Reason = "no-data" }
            : Check(code, coverage.Population, Wanted(coverage.Population, percent), coverage.Audited, WhyFew(coverage, Wanted(coverage.Population, percent)));

    private static PlanCheck Check(string code, int population, int wanted, int got, string few) =>
        new(code, population, wanted, got, got >= wanted ? PlanCheck.Satisfied : PlanCheck.Missing) { Reason = got >= wanted ? null : few };

    private static string WhyFew(Coverage coverage, int wanted) =>
        coverage.Audited + coverage.Pending == 0 ? "not-drawn" : coverage.Audited + coverage.Pending >= wanted ? "not-frozen" : "too-few";
}
