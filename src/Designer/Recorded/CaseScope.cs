using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Recorded;

/// <summary>Which cases or tasks of a lifecycle are meant. Read by keyset, newest first; an instance belongs to a case or to a task, so one of the two reads is empty.</summary>
/// <param name="OrgPath">Only at or below this path.</param>
public sealed record CaseScope(string DefinitionId, string OrgPath)
{
    /// <summary>Only those created from here on.</summary>
    public DateTime? From { get; init; }

    /// <summary>Only those created before.</summary>
    public DateTime? Until { get; init; }

    /// <summary>The next page of those created, newest first, after the last one seen.</summary>
    public async Task<List<CaseRef>> CreatedAsync(CaseDbContext db, CaseRef? after, int take, CancellationToken cancellation)
    {
        var below = after?.Id ?? long.MaxValue;
        var cases = await Cases(db).Where(row => row.Id < below && (From == null || row.CreatedAt >= From) && (Until == null || row.CreatedAt < Until))
            .OrderByDescending(row => row.Id).Take(take)
            .Select(row => new CaseRef(row.Id, SubjectRef.CaseKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
        return cases.Count > 0 ? cases : await Tasks(db).Where(row => row.Id < below && (From == null || row.CreatedAt >= From) && (Until == null || row.CreatedAt < Until))
            .OrderByDescending(row => row.Id).Take(take)
            .Select(row => new CaseRef(row.Id, SubjectRef.TaskKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
    }

    /// <summary>The closed ones, last closed first.</summary>
    public async Task<List<CaseRef>> LastClosedAsync(CaseDbContext db, int take, CancellationToken cancellation)
    {
        var cases = await Cases(db).Where(row => row.ClosedAt != null).OrderByDescending(row => row.ClosedAt).ThenByDescending(row => row.Id).Take(take)
            .Select(row => new CaseRef(row.Id, SubjectRef.CaseKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
        return cases.Count > 0 ? cases : await Tasks(db).Where(row => row.ClosedAt != null).OrderByDescending(row => row.ClosedAt).ThenByDescending(row => row.Id).Take(take)
            .Select(row => new CaseRef(row.Id, SubjectRef.TaskKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
    }

    /// <summary>The running ones on one version, by instance id.</summary>
    public async Task<List<CaseRef>> RunningAsync(CaseDbContext db, int version, CancellationToken cancellation)
    {
        var instances = db.Set<InstanceRow>().Where(row => row.DefinitionId == DefinitionId && row.DefinitionVersion == version && row.Status == "Running");
        var cases = await db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath.StartsWith(OrgPath) && instances.Any(instance => instance.Id == row.InstanceId)).OrderBy(row => row.Id)
            .Select(row => new CaseRef(row.Id, SubjectRef.CaseKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
        return cases.Count > 0 ? cases : await db.Set<AuditTask>().AsNoTracking()
            .Where(row => row.OrgPath.StartsWith(OrgPath) && instances.Any(instance => instance.Id == row.InstanceId)).OrderBy(row => row.Id)
            .Select(row => new CaseRef(row.Id, SubjectRef.TaskKind + "/" + row.Id, row.Number, row.Urgency, row.InstanceId, row.CreatedAt)).ToListAsync(cancellation);
    }

    /// <summary>The transitions of these, by subject, in order. One read by key.</summary>
    public static async Task<ILookup<string, RecordedStep>> StepsAsync(CaseDbContext db, IReadOnlyCollection<CaseRef> cases, CancellationToken cancellation)
    {
        var subjects = cases.Select(each => each.Subject).ToList();
        var instances = cases.ToDictionary(each => each.Subject, each => each.InstanceId);
        var rows = await db.Set<HistoryRow>().AsNoTracking().Where(row => subjects.Contains(row.Subject) && row.Kind == "workflow.transition")
            .OrderBy(row => row.Subject).ThenBy(row => row.Seq).Select(row => new { row.Subject, row.RecordedAt, row.Data }).ToListAsync(cancellation);
        return rows.Select(row => (row.Subject, Step: RecordedStep.Read(row.RecordedAt, row.Data, instances[row.Subject])))
            .Where(row => row.Step is not null).ToLookup(row => row.Subject, row => row.Step!);
    }

    private IQueryable<AuditCase> Cases(CaseDbContext db) => db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath.StartsWith(OrgPath)
        && db.Set<InstanceRow>().Any(instance => instance.Id == row.InstanceId && instance.DefinitionId == DefinitionId));

    private IQueryable<AuditTask> Tasks(CaseDbContext db) => db.Set<AuditTask>().AsNoTracking().Where(row => row.OrgPath.StartsWith(OrgPath)
        && db.Set<InstanceRow>().Any(instance => instance.Id == row.InstanceId && instance.DefinitionId == DefinitionId));
}
