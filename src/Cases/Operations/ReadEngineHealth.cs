using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>GET /api/operations/health: what is due, how late, what the reconciler put right, and the clocks and events that start processes.</summary>
public static class ReadEngineHealth
{
    public sealed record Trigger(string DefinitionId, int DefinitionVersion, string ActivityId, string Name, string? Schedule, DateTime? DueAt, long Fired, DateTime? LastFiredAt, string? LastError);

    public sealed record Answer(bool Well, HealthReading Reading, DateTime? ReconciledAt, IReadOnlyList<ReconcilerFinding> Findings, IReadOnlyList<Trigger> Triggers);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations/health", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.health");

    private static async Task<Answer> HandleAsync(EngineHealth health, Reconciler reconciler, CaseDbContext db, CancellationToken cancellation)
    {
        var reading = await health.ReadAsync(cancellation);
        var triggers = await db.Set<StartTriggerRow>().AsNoTracking().OrderBy(row => row.DefinitionId).ThenBy(row => row.ActivityId)
            .Select(row => new Trigger(
                row.DefinitionId, row.DefinitionVersion, row.ActivityId, row.Name, row.StimulusKey ?? row.Schedule, row.DueAt, row.Fired, row.LastFiredAt, row.LastError))
            .ToListAsync(cancellation);
        return new(reading.IsWell, reading, reconciler.Last?.At, reconciler.Last?.Findings ?? [], triggers);
    }
}
