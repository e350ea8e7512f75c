namespace CaseMgmt.Workflows.Runtime;

/// <summary>How the engine runs on this host.</summary>
public sealed record RuntimeOptions
{
    /// <summary>Zone of dates in expressions and of cron.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Deliveries at the same time; more only wait in line for the database.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Failed deliveries of one row before it becomes a dead letter.</summary>
    public int MostAttempts { get; init; } = 8;
}
