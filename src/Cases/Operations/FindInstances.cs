using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>GET /api/operations/instances?q=: running processes of the own organisation by part of the number of their case or task, the newest first.</summary>
public static class FindInstances
{
    private const int Most = 20;

    public sealed record Line(
        string Id, string DefinitionId, int DefinitionVersion, string? Subject, string Number, string Title, string Status, bool Suspended, DateTime UpdatedAt);

    private sealed record Known(string InstanceId, string Number, string Title);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations/instances", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.instances");

    private static async Task<IReadOnlyList<Line>> HandleAsync(string? q, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return [];
        }

        var asked = q.Trim();
        List<Known> known =
        [
            .. await db.Set<AuditTask>().Where(row => row.OrgPath.StartsWith(me.OrgPath) && row.Number.Contains(asked) && row.InstanceId != "" && row.ClosedAt == null)
                .OrderByDescending(row => row.Id).Take(Most).Select(row => new Known(row.InstanceId, row.Number, row.Title)).ToListAsync(cancellation),
            .. await db.Set<AuditCase>().Where(row => row.OrgPath.StartsWith(me.OrgPath) && row.Number.Contains(asked) && row.InstanceId != "" && row.ClosedAt == null)
                .OrderByDescending(row => row.Id).Take(Most).Select(row => new Known(row.InstanceId, row.Number, row.Title)).ToListAsync(cancellation),
        ];
        var ids = known.ConvertAll(each => each.InstanceId);
        var rows = await db.Set<InstanceRow>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.DefinitionId, row.DefinitionVersion, row.CorrelationId, row.SubStatus, row.Paused, row.UpdatedAt })
            .ToDictionaryAsync(row => row.Id, cancellation);
        return
        [
            .. known.Where(each => rows.ContainsKey(each.InstanceId)).Select(each => (each, row: rows[each.InstanceId])).Take(Most).Select(pair => new Line(
                pair.row.Id, pair.row.DefinitionId, pair.row.DefinitionVersion, pair.row.CorrelationId, pair.each.Number, pair.each.Title, pair.row.SubStatus, pair.row.Paused,
                pair.row.UpdatedAt)),
        ];
    }
}
