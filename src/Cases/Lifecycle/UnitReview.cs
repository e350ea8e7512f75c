using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>单位审核: the county reads the reply before it goes up.</summary>
public sealed class UnitReview : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.UnitReview", new("单位审核", "Unit review"), new("县公司审核处理回复；审核人不得是处理人", "The county reviews the reply; the handler may not"), "audit",
        new(Roles.CountyAuditor, "county", "unit-review", "recheck", "unit-review", ["同意", "退回"],
            """{"同意":{"en":"Agree","primary":true},"退回":{"en":"Return","commentRequired":true,"return":true}}""", (4, 8, 16)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) => Recheck.FourEyes(facts);
}
