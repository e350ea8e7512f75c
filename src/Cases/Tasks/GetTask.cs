using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tasks;

/// <summary>GET /api/tasks/{id}: the task, the work orders it became, and the question that waits.</summary>
public static class GetTask
{
    public sealed record CaseLine(long Id, string Number, string OrgName, string Stage, string State);

    public sealed record WorkItemRef(string Id);

    public sealed record Answer(
        long Id, string Number, string Title, string Type, string Urgency, string Stage, string State, string OrgName, string CreatedBy,
        DateTime CreatedAt, DateTime? ClosedAt, int AnomalyCount, IReadOnlyList<CaseLine> Cases, WorkItemRef? WorkItem, bool MayWithdraw);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/tasks/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("tasks.get");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var task = await db.Set<AuditTask>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (task is null || !me.Sees(task.OrgPath))
        {
            return Problem.NotFound();
        }

        var line = (await TaskLine.OfAsync(db, [task], cancellation))[0];
        var cases = await db.Set<AuditCase>().AsNoTracking().Where(row => row.TaskId == id && task.State != AuditTask.Planning).OrderBy(row => row.Number).ToListAsync(cancellation);
        var names = await OrgNames.ReadAsync(db, cases.Select(row => row.OrgPath), cancellation);
        var subject = SubjectRef.Task(id).ToString();
        var open = await db.Set<WorkItem>().Where(row => row.Subject == subject && row.State == WorkItemStates.Open).Select(row => row.Id).FirstOrDefaultAsync(cancellation);
        return Results.Ok(new Answer(
            line.Id, line.Number, line.Title, line.Type, line.Urgency, line.Stage, line.State, line.OrgName, line.CreatedBy, line.CreatedAt, line.ClosedAt, line.AnomalyCount,
            [.. cases.Select(row => new CaseLine(row.Id, row.Number, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.Stage, row.State))],
            open is null ? null : new WorkItemRef(open), open is not null && await WithdrawTask.MayAsync(db, task, me, cancellation)));
    }
}
