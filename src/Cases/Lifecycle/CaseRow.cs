using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>The one way an effect changes a case: read in the transaction, change, write, tell the live pages.</summary>
internal static class CaseRow
{
    public static async ValueTask ChangeAsync(CommitSession session, SubjectRef subject, Action<AuditCase> change)
    {
        var row = await session.FindAsync<AuditCase>(subject.Id)
            ?? throw new InvalidOperationException($"Case {subject.Id} does not exist.");
        change(row);
        await session.UpdateAsync(row);
        session.Announce(Topics.ToOrg(row.OrgPath, subject.ToString()));
    }
}
