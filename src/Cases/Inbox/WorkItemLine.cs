using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Inbox;

/// <summary>One line of the inbox, as the browser reads it.</summary>
public sealed record WorkItemLine(
    string Id, string Title, string Subject, string SubjectTitle, string SubjectKind, long SubjectId, string SubjectNumber, string Stage, string RoleName,
    string Urgency, DateTime OpenedAt, DateTime? DueAt, string State, string OrgName, string? Outcome)
{
    public static WorkItemLine Of(WorkItem row, IReadOnlyDictionary<string, string> orgNames)
    {
        var subject = SubjectRef.Parse(row.Subject);
        return new(
            row.Id, row.Title, row.Subject, row.SubjectTitle, subject.Kind, subject.Id, row.SubjectNumber, row.Stage, row.RoleName,
            row.Urgency, row.OpenedAt, row.DueAt, row.State, orgNames.GetValueOrDefault(row.UnitPath, row.UnitPath), row.Outcome);
    }
}
