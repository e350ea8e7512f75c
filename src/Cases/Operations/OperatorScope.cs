using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>
/// Which processes an operator sees: those of cases and tasks of his own organisation and below. What belongs to no case (a definition started by the clock, an
/// event nobody waits for) is seen by every operator.
/// </summary>
public sealed class OperatorScope(CaseDbContext db)
{
    /// <summary>The ids among these that the account may see.</summary>
    public async Task<IReadOnlySet<string>> InstancesAsync(CurrentAccount me, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var rows = await db.Set<InstanceRow>().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.CorrelationId }).ToListAsync(cancellation);
        var seen = await SubjectsAsync(me, rows.Select(row => row.CorrelationId), cancellation);
        return rows.Where(row => seen(row.CorrelationId)).Select(row => row.Id).ToHashSet();
    }

    /// <summary>Answers for each of these correlations whether the account may see it.</summary>
    public async Task<Func<string?, bool>> SubjectsAsync(CurrentAccount me, IEnumerable<string?> correlations, CancellationToken cancellation)
    {
        var subjects = correlations.Select(SubjectRef.TryParse).OfType<SubjectRef>().Distinct().ToList();
        var (caseIds, taskIds) = (subjects.Where(each => each.IsCase).Select(each => each.Id).ToList(), subjects.Where(each => each.IsTask).Select(each => each.Id).ToList());
        var cases = await db.Set<AuditCase>().Where(row => caseIds.Contains(row.Id)).Select(row => new { row.Id, row.OrgPath }).ToListAsync(cancellation);
        var tasks = await db.Set<AuditTask>().Where(row => taskIds.Contains(row.Id)).Select(row => new { row.Id, row.OrgPath }).ToListAsync(cancellation);
        var visible = cases.Where(row => me.Sees(row.OrgPath)).Select(row => SubjectRef.Case(row.Id))
            .Concat(tasks.Where(row => me.Sees(row.OrgPath)).Select(row => SubjectRef.Task(row.Id))).ToHashSet();
        return correlation => SubjectRef.TryParse(correlation) is not { } subject || visible.Contains(subject);
    }
}
