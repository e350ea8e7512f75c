using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// A node that a person answers. Entering it sets the stage and state it means, opens a work item and waits; the answer closes the work item and
/// chooses the outcome. What may be asked and who may answer comes from the node's inputs; a subclass adds only guards and what the answer means for the case.
/// </summary>
public abstract class HumanActivity : Activity
{
    /// <summary>Name of the bookmark that only the inbox resumes.</summary>
    public const string BookmarkName = "WorkItem";

    public override ActivityResult Execute(ActivityContext context) => Ask(context);

    public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
    {
        var answer = Answer.From(resume.Payload);
        if (!NodeInputs.Texts(context, "Outcomes").Contains(answer.Outcome))
        {
            return ActivityResult.Failed("unknown-outcome", $"'{answer.Outcome}' is not an outcome of '{context.ActivityName}'.");
        }

        Close(context, resume.BookmarkId, answer);
        Record(context, answer);
        return After(context, answer);
    }

    /// <summary>Rules that no definition may edit away: evidence, four eyes, money. Checked at the door, before anything is written.</summary>
    public virtual IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => [];

    /// <summary>What the answer means for the case, as effects.</summary>
    protected virtual void Record(ActivityContext context, Answer answer)
    {
    }

    /// <summary>The outcome that this answer makes certain; null while others are still asked.</summary>
    protected virtual string? Decided(ActivityContext context, Answer answer) => answer.Outcome;

    /// <summary>Where the token goes: by default out of the port with the outcome's name.</summary>
    protected virtual ActivityResult After(ActivityContext context, Answer answer) => ActivityResult.Outcome(answer.Outcome);

    protected ActivityResult Ask(ActivityContext context)
    {
        Enter(context);
        Put(context, NodeInputs.Required(context, "Role"));
        return ActivityResult.Waiting;
    }

    /// <summary>The case stands here from now on.</summary>
    protected static void Enter(ActivityContext context) =>
        context.Emit(new EnterStage(context.CorrelationId!, NodeInputs.Required(context, "Stage"), NodeInputs.Required(context, "CaseState")));

    /// <summary>Opens one work item for this node.</summary>
    /// <param name="personNo">Only this person may answer; null asks everybody in the role.</param>
    protected void Put(ActivityContext context, string role, string? personNo = null) => context.Emit(new OpenWorkItem
    {
        BookmarkId = context.Wait(BookmarkName),
        Subject = context.CorrelationId!,
        ActivityType = Descriptor.TypeName,
        Title = context.ActivityName,
        TitleEn = context.Text(StepNames.Input) is { Length: > 0 } own ? own : Descriptor.Label.En,
        Stage = NodeInputs.Required(context, "Stage"),
        Role = role,
        PersonNo = personNo,
        OrgRule = OrgRules.Check(NodeInputs.Required(context, "OrgRule")),
        Assignment = NodeInputs.Required(context, "Assignment"),
        FormKey = NodeInputs.Required(context, "Form"),
        FormVersion = NodeInputs.Whole(context, "FormVersion"),
        OutcomesJson = OutcomesOf(context).ToJsonString(),
        HoursCritical = NodeInputs.Number(context, "SlaHoursCritical"),
        HoursUrgent = NodeInputs.Number(context, "SlaHoursUrgent"),
        HoursNormal = NodeInputs.Number(context, "SlaHoursNormal"),
        LadderJson = LadderOf(context),
    });

    // Checked here, where a mistake of the designer becomes an incident on this node and does not spoil the answer that led to it.
    internal static string LadderOf(ActivityContext context)
    {
        var json = NodeInputs.Json(context, "Ladder")?.ToJsonString() ?? throw new FormatException($"The ladder of '{context.ActivityName}' is not a list.");
        _ = Ladder.Check(json);
        return json;
    }

    private void Close(ActivityContext context, string bookmarkId, Answer answer)
    {
        context.Emit(new CloseWorkItem(context.CorrelationId!, bookmarkId, answer.Outcome, answer.Comment, answer.AnswersJson, answer.By));
        if (Decided(context, answer) is { } outcome && OptionsOf(context)[outcome]?["return"]?.GetValue<bool>() == true)
        {
            context.Emit(new CountReturn(context.CorrelationId!));
        }
    }

    private static JsonArray OutcomesOf(ActivityContext context)
    {
        var options = OptionsOf(context);
        return new JsonArray([.. NodeInputs.Texts(context, "Outcomes").Select(outcome => (JsonNode)new JsonObject
        {
            ["value"] = outcome,
            ["label"] = new JsonObject { ["zh"] = outcome, ["en"] = options[outcome]?["en"]?.GetValue<string>() ?? outcome },
            ["commentRequired"] = options[outcome]?["commentRequired"]?.GetValue<bool>() ?? false,
            ["primary"] = options[outcome]?["primary"]?.GetValue<bool>() ?? false,
        })]);
    }

    private static JsonObject OptionsOf(ActivityContext context) => NodeInputs.Json(context, "OutcomeOptions") as JsonObject ?? [];

    private protected static ActivityDescriptor Describe(
        string typeName, Label label, Label help, string icon, HumanDefaults defaults, IReadOnlyList<InputDescriptor>? further = null) =>
        new(typeName, 1, "稽查 Audit", label, help, icon, [.. further ?? [], .. HumanInputs.Of(defaults)], [], defaults.Outcomes) { IsHuman = true };
}
