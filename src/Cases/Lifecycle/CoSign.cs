using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>会签: several roles or persons sign one after the other or together; all of them, any one or a majority decide.</summary>
public sealed class CoSign : JointActivity
{
    public override ActivityDescriptor Descriptor { get; } = DescribeJoint(
        "Audit.CoSign", new("会签", "Co-sign"), new("多个角色或人员分别签署意见，按规则汇总", "Several roles or persons sign; a rule sums up"), "group",
        new(Roles.Reviewer, "case-unit", "co-sign", "recheck", "co-signing", ["同意", "不同意"],
            """{"同意":{"en":"Agree","primary":true},"不同意":{"en":"Disagree","commentRequired":true}}""", (4, 8, 16)),
        new([Roles.CountyAuditor, Roles.Reviewer], 2, Ballot.All));
}
