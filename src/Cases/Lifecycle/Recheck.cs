using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>复核: the city checks the reply against the evidence and passes or returns it.</summary>
public sealed class Recheck : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Recheck", new("复核", "Recheck"), new("市公司复核回复与佐证；复核人不得是处理人", "The city checks reply and evidence; the handler may not"), "verify",
        new(Roles.Reviewer, "city", "recheck", "recheck", "recheck", ["通过", "退回"],
            """{"通过":{"en":"Pass","primary":true},"退回":{"en":"Return","commentRequired":true,"return":true}}""", (8, 16, 24)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => FourEyes(facts);

    /// <summary>Nobody checks what he handled himself, under whichever account.</summary>
    public static IReadOnlyList<GuardProblem> FourEyes(AnswerFacts facts) =>
        facts.HandledBy.Contains(facts.PersonNo) ? [new GuardProblem(null, "four-eyes")] : [];
}
