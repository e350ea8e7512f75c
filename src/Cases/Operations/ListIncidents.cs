using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>GET /api/operations/incidents: what failed, newest first, and how many failed alike. The newest five hundred; what is older shows when those are mended.</summary>
public static class ListIncidents
{
    private const int Most = 500;

    public sealed record Line(
        string InstanceId, string ActivityInstanceId, string ActivityId, string DefinitionId, int DefinitionVersion, string Code, string Reason, DateTime OccurredAt,
        string? Subject, bool Suspended);

    public sealed record Group(string DefinitionId, int DefinitionVersion, string ActivityId, string Code, int Count, string Reason, DateTime LastAt);

    public sealed record Answer(IReadOnlyList<Group> Groups, IReadOnlyList<Line> Items);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations/incidents", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.incidents");

    private static async Task<Answer> HandleAsync(CaseDbContext db, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = await db.Set<IncidentRow>().AsNoTracking()
            .Join(db.Set<InstanceRow>(), incident => incident.InstanceId, instance => instance.Id, (incident, instance) => new { incident, instance })
            .OrderByDescending(pair => pair.incident.OccurredAt).ThenBy(pair => pair.incident.InstanceId).Take(Most)
            .Select(pair => new Line(
                pair.incident.InstanceId, pair.incident.ActivityInstanceId, pair.incident.ActivityId, pair.incident.DefinitionId, pair.instance.DefinitionVersion,
                pair.incident.Code, pair.incident.Reason, pair.incident.OccurredAt, pair.instance.CorrelationId, pair.instance.Paused))
            .ToListAsync(cancellation);
        var sees = await scope.SubjectsAsync(me, rows.Select(row => row.Subject), cancellation);
        var seen = rows.Where(row => sees(row.Subject)).ToList();
        return new(Groups(seen), seen);
    }

    /// <summary>The largest group first. Pure.</summary>
    public static IReadOnlyList<Group> Groups(IEnumerable<Line> lines) =>
    [
        .. lines.GroupBy(line => (line.DefinitionId, line.DefinitionVersion, line.ActivityId, line.Code))
            .Select(group => new Group(
                group.Key.DefinitionId, group.Key.DefinitionVersion, group.Key.ActivityId, group.Key.Code, group.Count(), group.First().Reason, group.Max(line => line.OccurredAt)))
            .OrderByDescending(group => group.Count).ThenByDescending(group => group.LastAt),
    ];
}
