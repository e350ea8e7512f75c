using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>The instances behind the cases and tasks of the own organisation and below; others do not exist for this account.</summary>
public static class VisibleInstances
{
    public static IQueryable<InstanceRow> Of(CaseDbContext db, CurrentAccount me) => db.Set<InstanceRow>().AsNoTracking().Where(instance =>
        db.Set<AuditCase>().Any(each => each.InstanceId == instance.Id && each.OrgPath.StartsWith(me.OrgPath))
        || db.Set<AuditTask>().Any(each => each.InstanceId == instance.Id && each.OrgPath.StartsWith(me.OrgPath)));

    public static Task<InstanceRow?> FindAsync(CaseDbContext db, CurrentAccount me, string id, CancellationToken cancellationToken) =>
        Of(db, me).SingleOrDefaultAsync(instance => instance.Id == id, cancellationToken);

    /// <summary>As above, or a problem that becomes 404.</summary>
    public static async Task<InstanceRow> GetAsync(CaseDbContext db, CurrentAccount me, string? id, CancellationToken cancellationToken) =>
        await FindAsync(db, me, id ?? "", cancellationToken) ?? throw new Cases.Resources.ProblemException(Cases.Resources.Problem.NotFound());

    /// <summary>The numbers that people call these instances by.</summary>
    public static async Task<Dictionary<string, string>> NumbersAsync(CaseDbContext db, List<string> ids, CancellationToken cancellationToken)
    {
        var cases = await db.Set<AuditCase>().Where(each => ids.Contains(each.InstanceId)).Select(each => new { each.InstanceId, each.Number }).ToListAsync(cancellationToken);
        var tasks = await db.Set<AuditTask>().Where(each => ids.Contains(each.InstanceId)).Select(each => new { each.InstanceId, each.Number }).ToListAsync(cancellationToken);
        return cases.Concat(tasks).GroupBy(each => each.InstanceId).ToDictionary(group => group.Key, group => group.First().Number);
    }
}
