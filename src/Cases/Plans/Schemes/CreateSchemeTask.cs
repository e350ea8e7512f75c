using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>
/// POST /api/schemes/{id}/task: one task that bundles the themes of a scheme in force: whatever of theirs is open in its units goes into it, the most severe first,
/// as far as a task holds. Pressed again later it takes what has been found since.
/// </summary>
public static class CreateSchemeTask
{
    private static readonly string[] Open = [AnomalyStates.New, AnomalyStates.ToHandle, AnomalyStates.Reanalyse];

    public sealed record Request(string? RequestKey, string? Title, string? Urgency);

    public static string OriginOf(long scheme) => $"scheme/{scheme}";

    /// <summary>The scheme that an origin names, null for any other.</summary>
    public static long? SchemeOf(string? origin) =>
        origin?.Split('/') is ["scheme", var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var scheme) ? scheme : null;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/schemes/{id:long}/task", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.TaskCreate)).WithName("schemes.task");

    private static async Task<IResult> HandleAsync(long id, Request request, CaseDbContext db, CreateTask door, CurrentAccount me, CancellationToken cancellation)
    {
        var scheme = await db.Set<AuditScheme>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (scheme is null)
        {
            return Problem.NotFound();
        }

        if (scheme.State != SchemeStates.InForce)
        {
            return Problem.Conflict("scheme-state");
        }

        var chosen = await ChosenAsync(db, scheme, me, cancellation);
        if (chosen.Count == 0)
        {
            return Problem.Unprocessable("scheme-nothing");
        }

        var title = string.IsNullOrWhiteSpace(request.Title) ? scheme.Title : request.Title;
        var task = new CreateTask.Request(request.RequestKey ?? "", title, scheme.Type, request.Urgency ?? Urgencies.Normal, chosen);
        return await door.HandleAsync(task, me, new TaskOrigin(OriginOf(id), (session, made) => session.AppendHistoryAsync(
            OriginOf(id), "scheme.tasked", new JsonObject { ["task"] = made.Number, ["anomalies"] = chosen.Count })), cancellation);
    }

    private static async Task<List<long>> ChosenAsync(CaseDbContext db, AuditScheme scheme, CurrentAccount me, CancellationToken cancellation)
    {
        var (themes, units) = (Words.Split(scheme.Themes), Words.Split(scheme.Units));
        var paths = await db.Set<OrgUnit>().AsNoTracking().Where(org => units.Contains(org.OrgNo)).Select(org => org.OrgPath).ToListAsync(cancellation);
        var found = new List<(long Id, long Key)>();
        foreach (var path in paths)
        {
            found.AddRange((await db.Set<Anomaly>().AsNoTracking().SeenBy(me)
                .Where(row => themes.Contains(row.ThemeCode) && Open.Contains(row.State) && row.TaskId == null && row.WhiteId == null && !row.Secret && row.OrgPath.StartsWith(path))
                .OrderByDescending(row => row.QueueKey).ThenBy(row => row.Id).Take(CreateTask.MostAnomalies).Select(row => new { row.Id, row.QueueKey }).ToListAsync(cancellation))
                .Select(row => (row.Id, row.QueueKey)));
        }

        return [.. found.Distinct().OrderByDescending(row => row.Key).ThenBy(row => row.Id).Take(CreateTask.MostAnomalies).Select(row => row.Id)];
    }
}
