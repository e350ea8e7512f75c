using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>通知: tells the chosen roles something and goes on. The text is a template of the definition, in both languages.</summary>
public sealed class Notify : Activity
{
    public override ActivityDescriptor Descriptor { get; } = new(
        "Audit.Notify", 1, "稽查 Audit", new("通知", "Notify"), new("按模板通知所选角色，不等待", "Tells the chosen roles by a template and goes on"), "notifications",
        [
            new("To", "Object", new("通知角色", "Tell"), new("这些角色中能看到该工单的人员", "Who of these roles sees the case"), new JsonArray(Roles.CountyAuditor), "checklist", HumanInputs.RoleOptions),
            HumanInputs.Choice("OrgRule", new("单位范围", "Organisation"), new("从工单单位向上取哪一级", "Which level above the case's unit"), "case-unit", HumanInputs.OrgRules),
            new("Text", "String", new("通知内容", "Text"), new("可用 {number} {title} {unit} {stage} {due} 占位", "May use {number} {title} {unit} {stage} {due}"), "{number} {title} 请关注", "multiline"),
            new("TextEn", "String", new("通知内容（英文）", "Text (English)"), new("可用 {number} {title} {unit} {stage} {due} 占位", "May use {number} {title} {unit} {stage} {due}"),
                "Please note {number} {title}", "multiline"),
        ],
        [], ["Done"]);

    public override ActivityResult Execute(ActivityContext context)
    {
        var roles = NodeInputs.Texts(context, "To");
        if (roles.Count == 0 || roles.Except(Roles.All).Any())
        {
            return ActivityResult.Failed("recipients", $"'{context.ActivityName}' names nobody to tell, or an unknown role.");
        }

        context.Emit(new NotifyPeople(
            context.CorrelationId!, string.Join(',', roles), OrgRules.Check(NodeInputs.Required(context, "OrgRule")),
            NodeInputs.Required(context, "Text"), NodeInputs.Required(context, "TextEn")));
        return ActivityResult.Done;
    }
}

/// <summary>Tells everybody of these roles what a template says about the case or task.</summary>
/// <param name="Roles">With commas.</param>
public sealed record NotifyPeople(string Subject, string Roles, string OrgRule, string Text, string TextEn) : Effect;

/// <inheritdoc cref="NotifyPeople"/>
public sealed class NotifyPeopleHandler(NotificationRows notifications) : EffectHandler<NotifyPeople>
{
    public const string Kind = "lifecycle.notice";

    protected override async ValueTask ApplyAsync(NotifyPeople effect, CommitSession session)
    {
        var (facts, orgPath) = await FactsAsync(SubjectRef.Parse(effect.Subject), session);
        string[] args = [facts.Number, NoticeText.Fill(effect.Text, facts, "zh") + Notification.Languages + NoticeText.Fill(effect.TextEn, facts, "en")];
        var place = OrgRules.Apply(effect.OrgRule, orgPath);
        var told = new List<long>();
        foreach (var role in effect.Roles.Split(','))
        {
            told.AddRange(await NotificationRows.HoldersAsync(session, role, place));
        }

        await notifications.AddAsync(session, told, Kind, args, effect.Subject);
    }

    private static async ValueTask<(NoticeFacts Facts, string OrgPath)> FactsAsync(SubjectRef subject, CommitSession session)
    {
        if (subject.IsTask)
        {
            var task = await TaskRow.FindAsync(session, subject);
            return (new(task.Number, task.Title, await UnitAsync(task.OrgNo, session), task.Stage, null), task.OrgPath);
        }

        var row = await session.FindAsync<AuditCase>(subject.Id) ?? throw new InvalidOperationException($"Case {subject.Id} does not exist.");
        return (new(row.Number, row.Title, await UnitAsync(row.OrgNo, session), row.Stage, row.DueAt), row.OrgPath);
    }

    private static async ValueTask<string> UnitAsync(string orgNo, CommitSession session) => (await session.FindAsync<OrgUnit>(orgNo))?.Name ?? orgNo;
}
