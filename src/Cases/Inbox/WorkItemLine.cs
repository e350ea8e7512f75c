using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Inbox;

/// <summary>One line of the inbox, as the browser reads it.</summary>
/// <param name="DueSoonAt">From here on less than one working day is left.</param>
/// <param name="StoppedAt">Since when the clock stands still; null while it runs.</param>
public sealed record WorkItemLine(
    string Id, string Title, string Subject, string SubjectTitle, string SubjectKind, long SubjectId, string SubjectNumber, string Stage, string RoleName,
    string Urgency, DateTime OpenedAt, DateTime? DueAt, DateTime? DueSoonAt, DateTime? StoppedAt, string State, string OrgName, string? Outcome)
{
    public static WorkItemLine Of(WorkItem row, IReadOnlyDictionary<string, string> orgNames, WorkingCalendar calendar, string language)
    {
        var subject = SubjectRef.Parse(row.Subject);
        return new(
            row.Id, StepNames.Of(row, language), row.Subject, row.SubjectTitle, subject.Kind, subject.Id, row.SubjectNumber, row.Stage, row.RoleName,
            row.Urgency, row.OpenedAt, row.DueAt, calendar.SoonBefore(row.DueAt), row.StoppedAt, row.State, orgNames.GetValueOrDefault(row.UnitPath, row.UnitPath), StepNames.OutcomeOf(row, language));
    }
}
