using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>What a kind of human node assumes where a definition says nothing.</summary>
/// <param name="OutcomeOptions">Per outcome: English label, commentRequired, primary, return.</param>
/// <param name="Hours">Working hours for critical, urgent and normal cases.</param>
public sealed record HumanDefaults(
    string Role, string OrgRule, string Form, string Stage, string CaseState,
    string[] Outcomes, string OutcomeOptions, (decimal Critical, decimal Urgent, decimal Normal) Hours);

/// <summary>The inputs every human node has: who, which form, which answers, how long, what happens when it takes longer, where the case stands meanwhile.</summary>
public static class HumanInputs
{
    /// <summary>The ladder of domain document 02 section 6; a definition may replace it node by node.</summary>
    public const string DefaultLadder = """
        [{"step":"reminder","percent":50,"to":"answerer"},
         {"step":"warning","percent":80,"to":"answerer"},
         {"step":"overdue","percent":100,"to":"answerer"},
         {"step":"escalated","overdueDays":2,"to":"county-auditor","level":1},
         {"step":"supervise-3","overdueDays":5,"to":"reviewer","level":2},
         {"step":"supervise-2","overdueDays":10,"to":"reviewer","level":3},
         {"step":"supervise-1","overdueDays":20,"to":"provincial-manager","level":4}]
        """;

    public static readonly IReadOnlyList<(string Value, Label Label)> Stages =
    [
        ("monitor", new("在线监控", "Monitor")), ("task", new("生成任务", "Task")), ("dispatch", new("派发工单", "Dispatch")),
        ("handle", new("稽查处理", "Handle")), ("recheck", new("回复检查", "Recheck")), ("evaluate", new("评价考核", "Evaluate")),
        ("improve", new("持续改进", "Improve")), ("closed", new("已归档", "Closed")),
    ];

    public static readonly IReadOnlyList<(string Value, Label Label)> States =
    [
        ("monitoring", new("监控中", "Monitoring")), ("creating", new("任务编制", "Creating")), ("dispatching", new("派发中", "Dispatching")), ("draft", new("拟稿", "Draft")),
        ("dispatched", new("已派发", "Dispatched")), ("accepted", new("已签收", "Accepted")), ("handling", new("处理中", "Handling")),
        ("pending-approval", new("待审批", "Pending approval")), ("consulting", new("征求意见", "Consulting")), ("co-signing", new("会签中", "Co-signing")),
        ("unit-review", new("单位审核", "Unit review")), ("recheck", new("复核", "Recheck")), ("field-recheck", new("现场复核", "Field recheck")),
        ("expert-review", new("专家评审", "Expert review")), ("rectifying", new("整改中", "Rectifying")), ("verify", new("整改验证", "Verify")),
        ("supervised", new("督办中", "Supervised")), ("evaluating", new("评价中", "Evaluating")),
        ("improving", new("改进中", "Improving")), ("evaluated", new("已评价", "Evaluated")), ("returned", new("已退回", "Returned")), ("reopened", new("重启", "Reopened")),
        ("closed", new("已归档", "Closed")), ("cancelled", new("作废", "Cancelled")),
    ];

    public static readonly IReadOnlyList<(string Value, Label Label)> RoleOptions =
    [
        (Roles.Analyst, new("稽查监控分析员", "Analyst")), (Roles.CountyAuditor, new("县稽查专责", "County auditor")),
        (Roles.Handler, new("供电所处理人", "Station handler")), (Roles.Reviewer, new("市稽查复核", "Reviewer")),
        (Roles.ProcessOwner, new("流程负责人", "Process owner")), (Roles.SpecialtyOfficer, new("专业专责", "Specialty officer")),
        (Roles.Expert, new("专家", "Expert")), (Roles.Director, new("部门分管主任", "Director")), (Roles.ProvincialManager, new("省稽查主管", "Provincial manager")),
    ];

    public static readonly IReadOnlyList<(string Value, Label Label)> OrgRules =
    [
        ("case-unit", new("工单责任单位", "The case's unit")), ("county", new("所属县公司", "Its county")), ("city", new("所属市公司", "Its city")),
        ("province", new("所属省公司", "Its province")),
    ];

    private static readonly IReadOnlyList<(string Value, Label Label)> Assignments =
    [
        ("role", new("角色内任何人", "Anyone in the role")), ("same-person", new("再次进入时交回上次办理人", "Whoever answered this node before")),
    ];

    /// <summary>What readers of English see where others see the display text.</summary>
    internal static InputDescriptor English { get; } =
        new(StepNames.Input, "String", new("英文名称", "English name"), new("英文界面显示的环节名称；留空则用活动类型的名称", "Name in the English view; empty takes the name of its kind"), "");

    public static IReadOnlyList<InputDescriptor> Of(HumanDefaults defaults) =>
    [
        English,
        Choice("Role", new("办理角色", "Role"), new("具有此角色的人员可办理", "Who may answer"), defaults.Role, RoleOptions),
        Choice("OrgRule", new("单位范围", "Organisation"), new("从工单单位向上取哪一级", "Which level above the case's unit sees it"), defaults.OrgRule, OrgRules),
        Choice("Assignment", new("分派方式", "Assignment"), new("退回重办时交给谁", "Who gets it when the case comes back"), "role", Assignments),
        new("Form", "String", new("表单", "Form"), new("办理本环节时填写的表单", "What people fill in when they answer this step"), defaults.Form),
        new("FormVersion", "Int32", new("表单版本", "Form version"), new("已发布的表单版本号", "Published version of the form"), 1),
        new("Outcomes", "Object", new("办理结果", "Outcomes"), new("每个结果是一个出口", "Each outcome is a port of this node"),
            new JsonArray([.. defaults.Outcomes.Select(outcome => JsonValue.Create(outcome))]), "dynamic-outcomes"),
        new("OutcomeOptions", "Object", new("结果选项", "Outcome options"),
            new("按结果：英文名、是否必填意见、主按钮、是否退回", "Per outcome: English label, comment required, primary, return"),
            JsonNode.Parse(defaults.OutcomeOptions), "json-editor"),
        Hours("SlaHoursCritical", new("特急时限(工作小时)", "Limit, critical (working hours)"), defaults.Hours.Critical),
        Hours("SlaHoursUrgent", new("紧急时限(工作小时)", "Limit, urgent (working hours)"), defaults.Hours.Urgent),
        Hours("SlaHoursNormal", new("一般时限(工作小时)", "Limit, normal (working hours)"), defaults.Hours.Normal),
        new("Ladder", "Object", new("升级阶梯", "Escalation ladder"),
            new("提醒、预警、超期、升级、督办各一步", "Reminder, warning, overdue, escalation and supervision steps"), JsonNode.Parse(DefaultLadder), "json-editor"),
        Choice("Stage", new("阶段", "Stage"), new("进入本环节时工单所处阶段", "Stage of the case while it stands here"), defaults.Stage, Stages),
        Choice("CaseState", new("状态", "State"), new("进入本环节时工单的状态", "State of the case while it stands here"), defaults.CaseState, States),
    ];

    /// <summary>The input that holds the limit of a case of this urgency.</summary>
    internal static string HoursInput(string urgency) => urgency switch
    {
        "critical" => "SlaHoursCritical",
        "urgent" => "SlaHoursUrgent",
        _ => "SlaHoursNormal",
    };

    internal static InputDescriptor Choice(string name, Label label, Label help, string value, IReadOnlyList<(string Value, Label Label)> options) =>
        new(name, "String", label, help, value, "dropdown", options);

    private static InputDescriptor Hours(string name, Label label, decimal value) =>
        new(name, "Decimal", label, new("一个工作日为 8 小时", "A working day has 8 hours"), value);
}
