using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>专家评审: experts give their opinions without knowing each other's; two of three decide. Who handled the case is no expert on it.</summary>
public sealed class ExpertReview : JointActivity
{
    public const string TypeName = "Audit.ExpertReview";

    public override ActivityDescriptor Descriptor { get; } = DescribeJoint(
        TypeName, new("专家评审", "Expert review"), new("专家分别独立评审，按多数意见决定；处理人不得参评", "Experts judge alone, the majority decides; the handler may not"), "school",
        new(Roles.Reviewer, "case-unit", "expert-opinion", "recheck", "expert-review", ["认可", "不认可"],
            """{"认可":{"en":"Accept","primary":true},"不认可":{"en":"Reject","commentRequired":true,"return":true}}""", (8, 24, 40)),
        new([], 3, Ballot.Majority));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => [.. Recheck.FourEyes(facts), .. base.Guard(facts)];
}
