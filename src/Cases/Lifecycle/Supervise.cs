using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>督办: the case gets a level of supervision, the unit a notice that says what is required, and the step waits for its feedback. Lifting it is another step's decision.</summary>
public sealed class Supervise : HumanActivity
{
    private static readonly IReadOnlyList<InputDescriptor> Own =
    [
        HumanInputs.Choice("Level", new("督办级别", "Level"), new("级别越高，案件升级级别越高", "Raises the escalation level of the case"), "3",
            [("3", new("三级（县）", "3, county")), ("2", new("二级（市）", "2, city")), ("1", new("一级（省）", "1, province"))]),
        new("Requirement", "String", new("督办要求", "What is required"), new("可用 {number} {title} {unit} {due} 等占位", "May use {number} {title} {unit} {due}"),
            "请于期限内反馈 {number} 的处理进展和整改计划。", "multiline"),
        new("RequirementEn", "String", new("督办要求（英文）", "What is required (English)"), new("可用 {number} {title} {unit} {due} 等占位", "May use {number} {title} {unit} {due}"),
            "Report progress and plan of {number} within the limit.", "multiline"),
    ];

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Supervise", new("督办", "Supervise"), new("提升督办级别，责任单位限期反馈", "Raises the level; the unit reports within the limit"), "campaign",
        new(Roles.CountyAuditor, "county", "supervision-feedback", "handle", "supervised", ["已反馈"],
            """{"已反馈":{"en":"Reported","primary":true}}""", (4, 8, 16)), Own);

    public override ActivityResult Execute(ActivityContext context)
    {
        var level = NodeInputs.Whole(context, "Level");
        if (level is < 1 or > 3)
        {
            return ActivityResult.Failed("level", $"'{context.ActivityName}' has no level of supervision from 1 to 3.");
        }

        // After the question: a step begins with the level of its own, and supervision raises that one.
        var waits = Ask(context);
        context.Emit(new RaiseSupervision(context.CorrelationId!, level));
        context.Emit(new NotifyPeople(
            context.CorrelationId!, NodeInputs.Required(context, "Role"), NodeInputs.Required(context, "OrgRule"),
            NodeInputs.Required(context, "Requirement"), NodeInputs.Required(context, "RequirementEn")));
        return waits;
    }
}

/// <summary>The case is under supervision.</summary>
/// <param name="Level">1 (province) to 3 (county).</param>
public sealed record RaiseSupervision(string Subject, int Level) : Effect;

/// <inheritdoc cref="RaiseSupervision"/>
public sealed class RaiseSupervisionHandler : EffectHandler<RaiseSupervision>
{
    protected override async ValueTask ApplyAsync(RaiseSupervision effect, CommitSession session)
    {
        await session.AppendHistoryAsync(effect.Subject, "case.supervised", new JsonObject { ["level"] = effect.Level.ToString(CultureInfo.InvariantCulture) });
        if (SubjectRef.Parse(effect.Subject) is { IsCase: true } subject)
        {
            await CaseRow.ChangeAsync(session, subject, row => row.EscalationLevel = Math.Max(row.EscalationLevel, EscalationOf(effect.Level)));
        }
    }

    /// <summary>Supervision of level 3, 2, 1 is escalation 2, 3, 4, as on the ladder.</summary>
    public static int EscalationOf(int level) => 5 - level;
}
