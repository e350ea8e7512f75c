using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>持续改进: the owner of the process names the root cause and what will be changed so that it does not come back.</summary>
public sealed class Improve : HumanActivity
{
    public const string FormKey = "improvement";

    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Improve", new("持续改进", "Improve"), new("确定根因与改进措施，进入隐患库", "Root cause and measures; they become the hazard entry"), "trending_up",
        new(Roles.ProcessOwner, "city", FormKey, "improve", "improving", ["完成"],
            """{"完成":{"en":"Improved","primary":true}}""", (80, 160, 480)));

    protected override void Record(ActivityContext context, Answer answer)
    {
        if (answer.Text("rootCause") is { Length: > 0 } rootCause)
        {
            context.Emit(new RecordRootCause(context.CorrelationId!, rootCause));
        }
    }
}

/// <summary>The root cause found by the improvement step; it replaces the cause that the reply suggested.</summary>
public sealed record RecordRootCause(string Subject, string RootCause) : Effect;

/// <inheritdoc cref="RecordRootCause"/>
public sealed class RecordRootCauseHandler : EffectHandler<RecordRootCause>
{
    protected override ValueTask ApplyAsync(RecordRootCause effect, CommitSession session) =>
        CaseRow.ChangeAsync(session, SubjectRef.Parse(effect.Subject), row => row.RootCause = effect.RootCause);
}
