namespace CaseMgmt.Workflows.Execution;

/// <summary>Everything the interpreter may know of the world: arguments, so that the same history gives the same transitions again.</summary>
/// <param name="Now">The instant of the transition, UTC.</param>
/// <param name="Seed">Seed of random functions in expressions.</param>
/// <param name="Zone">Zone of dates in expressions and of cron; Asia/Shanghai unless configured.</param>
public sealed record AdvanceSettings(DateTime Now, long Seed, TimeZoneInfo Zone)
{
    /// <summary>Most activities one transition may run; the next one becomes an incident.</summary>
    public int ActivityBudget { get; init; } = 10_000;

    /// <summary>Whether a definition can be started, where that is known beforehand, as in a rehearsal. Null leaves it to the delivery, which tries again until it is published.</summary>
    public Func<string, bool>? KnowsDefinition { get; init; }

    /// <summary>Used where a definition names no strategy. Our lifecycles live on; Elsa's own default is <see cref="IncidentStrategy.Fault"/>.</summary>
    public IncidentStrategy DefaultIncidentStrategy { get; init; } = IncidentStrategy.Continue;
}
