using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>整改验证: somebody who neither handled nor rectified says whether the problem is gone.</summary>
public sealed class VerifyRectification : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.VerifyRectification", new("整改验证", "Verify rectification"), new("核验整改结果；处理人和整改人不得验证", "Is it corrected; who handled or rectified may not say so"), "task_alt",
        new(Roles.Reviewer, "city", "rectification-check", "recheck", "verify", ["合格", "不合格"],
            """{"合格":{"en":"Corrected","primary":true},"不合格":{"en":"Not corrected","commentRequired":true,"return":true}}""", (8, 16, 24)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => Recheck.FourEyes(facts);
}
