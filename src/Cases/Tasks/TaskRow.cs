using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>The one way an effect changes a task: read in the transaction, change, write, tell the live pages.</summary>
internal static class TaskRow
{
    public static async ValueTask<AuditTask> FindAsync(CommitSession session, SubjectRef subject) =>
        await session.FindAsync<AuditTask>(subject.Id) ?? throw new InvalidOperationException($"Task {subject.Id} does not exist.");

    public static async ValueTask ChangeAsync(CommitSession session, SubjectRef subject, Action<AuditTask> change)
    {
        var row = await FindAsync(session, subject);
        change(row);
        await session.UpdateAsync(row);
        session.Announce(Topics.ToOrg(row.OrgPath, subject.ToString()));
    }
}
