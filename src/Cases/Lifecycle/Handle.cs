using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>稽查处理: the station checks the items and replies with conclusion, cause, money and evidence (form HF).</summary>
public sealed class Handle : HumanActivity
{
    public const string TypeName = "Audit.Handle";

    public override ActivityDescriptor Descriptor { get; } = Describe(
        TypeName, new("稽查处理", "Handle"), new("供电所核查明细并回复结论、原因、金额与佐证", "The station checks the items and replies"), "build",
        new(Roles.Handler, "case-unit", "handling-reply", "handle", "handling", ["提交"],
            """{"提交":{"en":"Reply","primary":true}}""", (16, 40, 80)));

    /// <summary>
    /// Domain document 02 section 4.2: a confirmed or denied anomaly needs evidence, a confirmed one needs its money or the word that there is none.
    /// What single items were given counts like the answer itself. Here and not in the form, because a form is edited.
    /// </summary>
    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts)
    {
        var conclusions = facts.ItemConclusions.Append(facts.Answer.Text("conclusion") ?? "").ToList();
        List<GuardProblem> problems = [];
        if (conclusions.Exists(each => Conclusions.IsConfirmed(each) || each == Conclusions.Unfounded) && facts.EvidenceCount == 0)
        {
            problems.Add(new("evidence", "evidence-required"));
        }

        if (conclusions.Exists(Conclusions.IsConfirmed) && Money(facts.Answer) is null && facts.Answer.Text("noMoney") != "true")
        {
            problems.Add(new("recoveredYuan", "money-or-none"));
        }

        return problems;
    }

    protected override void Record(ActivityContext context, Answer answer) => context.Emit(new RecordReply(
        context.CorrelationId!, answer.Text("conclusion"), answer.Text("cause"), Money(answer) ?? 0m));

    private static decimal? Money(Answer answer) =>
        decimal.TryParse(answer.Text("recoveredYuan"), NumberStyles.Number, CultureInfo.InvariantCulture, out var yuan) ? yuan : null;
}

/// <summary>The six conclusions of domain document 02 section 5.</summary>
public static class Conclusions
{
    public const string Unfounded = "not-confirmed";

    public static readonly IReadOnlyList<string> All = ["confirmed-internal", "confirmed-customer", "confirmed-objective", Unfounded, "normal", "cannot-fix-now"];

    public static bool IsConfirmed(string? conclusion) => conclusion?.StartsWith("confirmed-", StringComparison.Ordinal) == true;
}

/// <summary>What a reply says about the case; a later reply replaces it.</summary>
public sealed record RecordReply(string Subject, string? Conclusion, string? Cause, decimal RecoveredYuan) : Effect;

/// <inheritdoc cref="RecordReply"/>
public sealed class RecordReplyHandler : EffectHandler<RecordReply>
{
    protected override async ValueTask ApplyAsync(RecordReply effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        await CaseRow.ChangeAsync(session, subject, row =>
            (row.Conclusion, row.RootCause, row.RecoveredYuan) = (effect.Conclusion, effect.Cause, effect.RecoveredYuan));
        foreach (var item in await session.QueryAsync<CaseItem>($"case_id = {subject.Id}"))
        {
            item.Conclusion = item.OwnConclusion ?? effect.Conclusion;
            await session.UpdateAsync(item);
        }
    }
}
