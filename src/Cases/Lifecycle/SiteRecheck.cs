using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>现场复核: the reply is checked where it happened; the finding needs a picture of the place, whatever the form says.</summary>
public sealed class SiteRecheck : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.SiteRecheck", new("现场复核", "Site recheck"), new("到现场核实回复，须有现场佐证；复核人不得是处理人", "Checks the reply on site, with evidence; the handler may not"), "location_on",
        new(Roles.Reviewer, "city", "site-recheck", "recheck", "field-recheck", ["属实", "退回"],
            """{"属实":{"en":"True","primary":true},"退回":{"en":"Return","commentRequired":true,"return":true}}""", (16, 24, 40)));

    public override IReadOnlyList<GuardProblem> Guard(AnswerFacts facts) =>
        facts.EvidenceCount == 0 ? [.. Recheck.FourEyes(facts), new GuardProblem("evidence", "site-evidence-required")] : Recheck.FourEyes(facts);
}
