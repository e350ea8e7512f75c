using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>征求意见: before orders go out, or wherever a definition puts it, the units concerned give their opinion. It stops nothing; it waits for every answer.</summary>
public sealed class Consult : JointActivity
{
    public override ActivityDescriptor Descriptor { get; } = DescribeJoint(
        "Audit.Consult", new("征求意见", "Consult"), new("请相关角色或人员反馈意见，全部反馈后继续", "Those concerned give an opinion; it goes on when all did"), "forum",
        new(Roles.Reviewer, "case-unit", "consultation", "task", "consulting", ["已反馈"],
            """{"已反馈":{"en":"Answered","primary":true}}""", (4, 8, 16)),
        new([Roles.Reviewer], 1, Ballot.All));
}
