using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>评价考核: the city scores how the unit dealt with the case.</summary>
public sealed class Evaluate : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Evaluate", new("评价考核", "Evaluate"), new("对责任单位的处理质量评分", "The city scores the unit's work on the case"), "score",
        new(Roles.Reviewer, "city", "evaluation", "evaluate", "evaluating", ["完成"],
            """{"完成":{"en":"Evaluated","primary":true}}""", (8, 16, 24)));

    protected override void Record(ActivityContext context, Answer answer)
    {
        if (decimal.TryParse(answer.Text("score"), NumberStyles.Number, CultureInfo.InvariantCulture, out var score))
        {
            context.Emit(new RecordScore(context.CorrelationId!, score));
        }
    }
}

/// <summary>The score of a case.</summary>
public sealed record RecordScore(string Subject, decimal Score) : Effect;

/// <inheritdoc cref="RecordScore"/>
public sealed class RecordScoreHandler : EffectHandler<RecordScore>
{
    protected override ValueTask ApplyAsync(RecordScore effect, CommitSession session) =>
        CaseRow.ChangeAsync(session, SubjectRef.Parse(effect.Subject), row => row.Score = effect.Score);
}
