using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tasks;

/// <summary>One line of the task list, as the browser reads it.</summary>
/// <param name="AnomalyCount">In the task now, or carried by its cases.</param>
public sealed record TaskLine(
    long Id, string Number, string Title, string Type, string Urgency, string Stage, string State, string OrgName, string CreatedBy,
    DateTime CreatedAt, DateTime? ClosedAt, int AnomalyCount)
{
    public static async Task<IReadOnlyList<TaskLine>> OfAsync(CaseDbContext db, IReadOnlyList<AuditTask> tasks, CancellationToken cancellation)
    {
        var ids = tasks.Select(task => task.Id).ToList();
        var makers = tasks.Select(task => task.CreatedBy).Distinct().ToList();
        var names = await OrgNames.ReadAsync(db, tasks.Select(task => task.OrgPath), cancellation);
        var people = await db.Users.Where(account => makers.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var waiting = await db.Set<Anomaly>().Where(row => row.CaseId == null && row.TaskId != null && ids.Contains(row.TaskId.Value))
            .GroupBy(row => row.TaskId!.Value).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        var carried = await db.Set<CaseItem>().Join(db.Set<AuditCase>(), item => item.CaseId, row => row.Id, (_, row) => row.TaskId).Where(id => ids.Contains(id))
            .GroupBy(id => id).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        return
        [
            .. tasks.Select(task => new TaskLine(
                task.Id, task.Number, task.Title, task.Type, task.Urgency, task.Stage, task.State, names.GetValueOrDefault(task.OrgPath, task.OrgNo),
                people.GetValueOrDefault(task.CreatedBy, ""), task.CreatedAt, task.ClosedAt,
                waiting.GetValueOrDefault(task.Id) + carried.GetValueOrDefault(task.Id))),
        ];
    }
}
