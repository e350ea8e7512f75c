using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>整改: the unit corrects what was found and reports measure, date and proof. It counts as work that somebody else verifies.</summary>
public sealed class Rectify : HumanActivity
{
    public const string TypeName = "Audit.Rectify";

    public override ActivityDescriptor Descriptor { get; } = Describe(
        TypeName, new("整改", "Rectify"), new("责任单位落实整改并上传佐证，由他人验证", "The unit corrects it and proves it; somebody else verifies"), "handyman",
        new(Roles.Handler, "case-unit", "rectification", "handle", "rectifying", ["完成整改"],
            """{"完成整改":{"en":"Rectified","primary":true}}""", (24, 80, 160)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) =>
        facts.EvidenceCount == 0 ? [new GuardProblem("evidence", "rectification-evidence")] : [];
}
