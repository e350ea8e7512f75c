using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Identity;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Asks a person: one inbox row with its deadlines. Everything in it comes from the node's inputs.</summary>
public sealed record OpenWorkItem : Effect
{
    public required string Subject { get; init; }

    public required string BookmarkId { get; init; }

    public required string ActivityType { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public required string Stage { get; init; }

    public required string Role { get; init; }

    /// <summary>Only this person may answer; null asks everybody in the role.</summary>
    public string? PersonNo { get; init; }

    public required string OrgRule { get; init; }

    public required string Assignment { get; init; }

    public required string FormKey { get; init; }

    public required int FormVersion { get; init; }

    public required string OutcomesJson { get; init; }

    public required decimal HoursCritical { get; init; }

    public required decimal HoursUrgent { get; init; }

    public required decimal HoursNormal { get; init; }

    public required string LadderJson { get; init; }

    public decimal HoursFor(string urgency) => urgency switch
    {
        "critical" => HoursCritical,
        "urgent" => HoursUrgent,
        _ => HoursNormal,
    };
}

/// <inheritdoc cref="OpenWorkItem"/>
public sealed class OpenWorkItemHandler(WorkingCalendar calendar, Ids ids, NotificationRows notifications) : EffectHandler<OpenWorkItem>
{
    private sealed record About(string Number, string Title, string Urgency, string OrgPath);

    protected override async ValueTask ApplyAsync(OpenWorkItem effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        var about = await ReadAsync(subject, session);
        var limit = TimeSpan.FromHours((double)effect.HoursFor(about.Urgency));
        var item = Draft(effect, about, session.Now, calendar.Add(session.Now, limit));
        item.AssigneeId = effect.Assignment == "same-person" ? await LastAnswererAsync(effect, session) : null;
        if (effect.PersonNo is { } personNo)
        {
            await AskPersonAsync(item, personNo, session);
        }

        await session.InsertAsync(item);
        foreach (var (step, dueAt) in Ladder.Plan(Ladder.Read(effect.LadderJson), calendar, session.Now, limit))
        {
            await session.InsertAsync(new Deadline
            {
                Id = ids.Next(), WorkItemId = item.Id, Subject = effect.Subject, Step = step.Step, SendTo = step.To, Level = step.Level, DueAt = dueAt,
            });
        }

        if (subject.IsCase)
        {
            await CaseRow.ChangeAsync(session, subject, row =>
                (row.DueAt, row.Overdue, row.EscalationLevel) = (item.DueAt, false, CountReturnHandler.LevelAfter(row.Returns)));
        }

        await TellAsync(item, effect.PersonNo is null ? "work-item.returned" : "work-item.opened", session);
        session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
    }

    /// <param name="assigned">What is told when one person is asked by name.</param>
    private async ValueTask TellAsync(WorkItem item, string assigned, CommitSession session)
    {
        if (item.AssigneeId is { } assignee)
        {
            await notifications.AddAsync(session, [assignee], assigned, [item.SubjectNumber, StepNames.Both(item)], item.Subject);
        }
        else
        {
            await notifications.AddAsync(session, item.RoleName, item.OrgPath, "work-item.opened", [item.SubjectNumber, StepNames.Both(item)], item.Subject);
        }
    }

    private static async ValueTask<About> ReadAsync(SubjectRef subject, CommitSession session)
    {
        if (subject.IsTask)
        {
            var task = await TaskRow.FindAsync(session, subject);
            return new(task.Number, task.Title, task.Urgency, task.OrgPath);
        }

        var row = await session.FindAsync<AuditCase>(subject.Id) ?? throw new InvalidOperationException($"Case {subject.Id} does not exist.");
        return new(row.Number, row.Title, row.Urgency, row.OrgPath);
    }

    private static WorkItem Draft(OpenWorkItem effect, About about, DateTime now, DateTime dueAt) => new()
    {
        Id = effect.Id,
        InstanceId = effect.InstanceId,
        BookmarkId = effect.BookmarkId,
        ActivityId = effect.ActivityId,
        ActivityType = effect.ActivityType,
        Subject = effect.Subject,
        SubjectNumber = about.Number,
        SubjectTitle = about.Title,
        UnitPath = about.OrgPath,
        Title = effect.Title,
        TitleEn = effect.TitleEn,
        Stage = effect.Stage,
        RoleName = effect.Role,
        OrgPath = OrgRules.Apply(effect.OrgRule, about.OrgPath),
        FormKey = effect.FormKey,
        FormVersion = effect.FormVersion,
        OutcomesJson = effect.OutcomesJson,
        Urgency = about.Urgency,
        OpenedAt = now,
        DueAt = dueAt,
    };

    /// <summary>Who is asked by staff number is asked under a role he has, at his own place. Nobody by that number: the role is asked, so that the case does not stand still.</summary>
    private static async ValueTask AskPersonAsync(WorkItem item, string personNo, CommitSession session)
    {
        foreach (var account in await session.QueryAsync<Account>($"person_no = {personNo} and disabled = {false} order by id"))
        {
            var held = (await session.QueryAsync<IdentityUserRole<long>>($"user_id = {account.Id}")).Select(row => Roles.Ordered[(int)row.RoleId - 1])
                .Where(role => Roles.PermissionsOf[role].Contains(Permissions.WorkAnswer)).ToList();
            if (held.Count > 0)
            {
                (item.AssigneeId, item.OrgPath, item.RoleName) = (account.Id, account.OrgPath, held.Contains(item.RoleName) ? item.RoleName : held[0]);
                return;
            }
        }
    }

    /// <summary>Whoever answered this node of this subject last, unless his account was closed meanwhile; nobody on the first visit.</summary>
    private static async ValueTask<long?> LastAnswererAsync(OpenWorkItem effect, CommitSession session)
    {
        var earlier = await session.QueryAsync<WorkItem>($"subject = {effect.Subject} and activity_id = {effect.ActivityId} and state = 'completed'");
        return earlier.MaxBy(item => item.CompletedAt)?.CompletedBy is { } last && await session.FindAsync<Account>(last) is { Disabled: false } ? last : null;
    }
}

/// <summary>From the unit of a case upwards to the level that a node asks for.</summary>
public static class OrgRules
{
    /// <summary>The rule itself, or an exception that names it.</summary>
    public static string Check(string rule) => Apply(rule, "/").Length > 0 ? rule : "";

    public static string Apply(string rule, string orgPath) => rule switch
    {
        "case-unit" => orgPath,
        "county" => Cut(orgPath, 3),
        "city" => Cut(orgPath, 2),
        "province" => Cut(orgPath, 1),
        _ => throw new FormatException($"Unknown organisation rule '{rule}'."),
    };

    private static string Cut(string orgPath, int levels)
    {
        var parts = orgPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= levels ? orgPath : "/" + string.Join('/', parts.Take(levels)) + "/";
    }
}
