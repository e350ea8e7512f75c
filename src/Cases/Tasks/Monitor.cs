using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// 在线监控: admits anomalies of the chosen themes into the task, lets the others go, and asks for triage only where somebody has not yet judged.
/// Leaves by its first outcome when something is left to audit, by its second when nothing is.
/// </summary>
public sealed class Monitor : HumanActivity
{
    private const string Admitted = "Admitted";

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Monitor", new("在线监控", "Monitor"), new("按主题接收异常并分析研判", "Admits anomalies by theme and has them triaged"), "radar",
        new(Roles.Analyst, "city", "triage", "monitor", "monitoring", ["需处理", "不处理"],
            """
            {"需处理":{"en":"To handle","primary":true,"decision":"to-handle"},
             "不处理":{"en":"Ignore","commentRequired":true,"decision":"ignored"}}
            """, (4, 8, 24)),
        [new("Themes", "Object", new("主题", "Themes"), new("只接收这些主题的异常；留空则全部接收", "Only these themes; empty admits all"), new JsonArray(), "multitext")]);

    public override ActivityResult Execute(ActivityContext context) => Admit(context);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        if (resume.Name != Admitted)
        {
            return base.Resume(context, resume);
        }

        var ports = NodeInputs.Texts(context, "Outcomes");
        return (Count(resume, "admitted"), Count(resume, "untriaged")) switch
        {
            (0, _) => ActivityResult.Outcome(ports[^1]),
            (_, 0) => ActivityResult.Outcome(ports[0]),
            _ => Ask(context),
        };
    }

    /// <summary>The answer judges what nobody has judged yet; then the rest is admitted as on entering.</summary>
    protected override ActivityResult After(ActivityContext context, Answer answer)
    {
        var decision = NodeInputs.Json(context, "OutcomeOptions")?[answer.Outcome]?["decision"]?.GetValue<string>();
        return Admit(context, decision == AnomalyStates.Ignored ? decision : AnomalyStates.ToHandle, answer.Comment ?? answer.Text("reason"));
    }

    private static ActivityResult Admit(ActivityContext context, string? decision = null, string? reason = null)
    {
        var bookmark = context.Wait(Admitted);
        context.Emit(new EnterStage(context.CorrelationId!, NodeInputs.Required(context, "Stage"), NodeInputs.Required(context, "CaseState")));
        context.Emit(new AdmitAnomalies(context.CorrelationId!, bookmark, string.Join(',', NodeInputs.Texts(context, "Themes")), decision, reason));
        return ActivityResult.Waiting;
    }

    private static int Count(BookmarkResume resume, string name) =>
        int.Parse(resume.Payload?[name]?.ToString() ?? "0", CultureInfo.InvariantCulture);
}
