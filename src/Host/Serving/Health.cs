using CaseMgmt.Workflows.Runtime;

namespace CaseMgmt.Host.Serving;

/// <summary>
/// GET /health: "ok", or "degraded" when timers or deliveries are due and nobody takes them up; the figures beside it. Always 200 while the database answers:
/// a load balancer that took this host away would not make the work go faster.
/// </summary>
public static class Health
{
    public sealed record Timers(int Due, DateTime? OldestDue, double LagSeconds, double WorstLagSeconds, long Sweeps, DateTime? LastSweepAt, double LastSweepMs);

    public sealed record Answer(string Status, Timers Timers, int OutboxWaiting, int DeadLetters, int Incidents);

    public static void Map(WebApplication app) => app.MapGet("/health", HandleAsync).AllowAnonymous().WithName("health");

    private static async Task<Answer> HandleAsync(EngineHealth health, CancellationToken cancellation)
    {
        var now = await health.ReadAsync(cancellation);
        return new(
            now.IsWell ? "ok" : "degraded",
            new Timers(now.Due, now.OldestDue, now.LagSeconds, now.WorstLagSeconds, now.Sweeps, now.LastSweepAt, now.LastSweepMs),
            now.Waiting, now.Dead, now.Incidents);
    }
}
