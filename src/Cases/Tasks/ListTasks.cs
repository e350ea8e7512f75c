using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tasks;

/// <summary>GET /api/tasks: newest first, by keyset.</summary>
public static class ListTasks
{
    private const int MostLines = 100;
    private const int MostCounted = 10_000;

    public sealed record Answer(IReadOnlyList<TaskLine> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/tasks", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("tasks.list");

    private static async Task<Answer> HandleAsync(
        CaseDbContext db, CurrentAccount me, string? stage, string? q, long? after, int? take, CancellationToken cancellation)
    {
        var all = db.Set<AuditTask>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        all = string.IsNullOrEmpty(stage) ? all : all.Where(row => row.Stage == stage);
        all = string.IsNullOrWhiteSpace(q) ? all : all.Where(row => row.Number.Contains(q) || row.Title.Contains(q));
        var count = Math.Clamp(take ?? 50, 1, MostLines);
        var page = await all.Where(row => after == null || row.Id < after).OrderByDescending(row => row.Id).Take(count + 1).ToListAsync(cancellation);
        var shown = page.Take(count).ToList();
        var next = page.Count > count ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return new(await TaskLine.OfAsync(db, shown, cancellation), next, await all.Take(MostCounted).CountAsync(cancellation));
    }
}
