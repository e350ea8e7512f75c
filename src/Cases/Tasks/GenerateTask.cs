using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// 生成任务: turns the anomalies of the task into work orders, grouped and cut as the node says. Mode manual asks the analyst first, who may change
/// title, type and urgency; mode automatic plans at once. The ids of the planned cases go to the output CaseIds; what the way of a task may depend on,
/// its type and the highest level among its orders, to TaskType and TopLevel.
/// </summary>
public sealed class GenerateTask : HumanActivity
{
    public const string TypeName = "Audit.GenerateTask";
    private const string Planned = "CasesPlanned";

    private static readonly HumanDefaults Defaults = new(
        Roles.Analyst, "city", "generate-task", "task", "creating", ["生成"], """{"生成":{"en":"Plan work orders","primary":true}}""", (4, 8, 16));

    private static readonly IReadOnlyList<InputDescriptor> Own =
    [
        HumanInputs.Choice("Mode", new("生成方式", "Mode"), new("人工确认或自动生成", "Ask the analyst, or plan at once"), "manual",
            [("manual", new("人工", "Manual")), ("automatic", new("自动", "Automatic"))]),
        new("Grouping", "Object", new("分组方式", "Grouping"), new("unit 单位、specialty 专业、theme 主题的任意组合", "Any of unit, specialty, theme"),
            new JsonArray("unit", "specialty", "theme"), "checklist",
            [("unit", new("责任单位", "Unit")), ("specialty", new("专业", "Specialty")), ("theme", new("主题", "Theme"))]),
        new("MaxItems", "Int32", new("每单最多明细", "Items per order"), new("超过则拆成多张工单", "More become several orders"), 200),
    ];

    public override ActivityDescriptor Descriptor { get; } = Describe(
        TypeName, new("生成任务", "Generate task"), new("按单位、专业、主题分组生成工单", "Plans the work orders of the task"), "assignment", Defaults, Own)
        with
    {
        Outputs =
        [
            new("CaseIds", "Object", new("工单标识", "Case ids")), new("TaskType", "String", new("稽查类型", "Type of the task")),
            new("TopLevel", "String", new("最高主题等级", "Highest level of a theme")),
        ],
    };

    public override ActivityResult Execute(ActivityContext context)
    {
        if (NodeInputs.Required(context, "Mode") != "automatic")
        {
            return Ask(context);
        }

        context.Emit(new EnterStage(context.CorrelationId!, NodeInputs.Required(context, "Stage"), NodeInputs.Required(context, "CaseState")));
        return Plan(context, 0m);
    }

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        if (resume.Name != Planned)
        {
            return base.Resume(context, resume);
        }

        context.SetOutput("CaseIds", resume.Payload?["caseIds"]?.DeepClone() ?? new JsonArray());
        context.SetOutput("TaskType", resume.Payload?["type"]?.DeepClone());
        context.SetOutput("TopLevel", resume.Payload?["level"]?.DeepClone());
        return ActivityResult.Outcome(NodeInputs.Texts(context, "Outcomes")[0]);
    }

    protected override void Record(ActivityContext context, Answer answer) => context.Emit(new AmendTask(
        context.CorrelationId!, answer.Text("title"), answer.Text("type"), answer.Text("urgency")));

    /// <summary>The first outcome plans; any other that a definition adds leaves by its own port and plans nothing.</summary>
    protected override ActivityResult After(ActivityContext context, Answer answer) =>
        answer.Outcome == NodeInputs.Texts(context, "Outcomes")[0] ? Plan(context, Estimate(answer)) : ActivityResult.Outcome(answer.Outcome);

    private static ActivityResult Plan(ActivityContext context, decimal estimatedYuan)
    {
        var maxItems = NodeInputs.Whole(context, "MaxItems");
        if (maxItems < 1)
        {
            return ActivityResult.Failed("max-items", "A work order needs room for at least one item.");
        }

        var bookmark = context.Wait(Planned);
        context.Emit(new PlanCases(context.CorrelationId!, bookmark, string.Join(',', NodeInputs.Texts(context, "Grouping")), maxItems, estimatedYuan));
        return ActivityResult.Waiting;
    }

    private static decimal Estimate(Answer answer) =>
        decimal.TryParse(answer.Text("estimatedYuan"), NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) ? yuan : 0m;
}
