using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>审批: a task of high urgency, or a case, needs somebody's word before it goes on; never the word of who prepared it.</summary>
public sealed class Approve : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.Approve", new("审批", "Approve"), new("派发或执行前的审批；编制人不得审批", "Before it goes on; whoever prepared it may not"), "approval",
        new(Roles.ProcessOwner, "city", "approval", "task", "pending-approval", ["批准", "驳回"],
            """{"批准":{"en":"Approve","primary":true},"驳回":{"en":"Reject","commentRequired":true,"return":true}}""", (4, 8, 16)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => Recheck.FourEyes(facts);
}
