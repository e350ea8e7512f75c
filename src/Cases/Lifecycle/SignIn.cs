using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>签收: the county takes the order, or refuses it because it belongs to another unit.</summary>
public sealed class SignIn : HumanActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe(
        "Audit.SignIn", new("签收", "Sign in"), new("责任单位确认收到工单；不属于本单位的退回", "The unit takes the order or refuses it"), "inbox",
        new(Roles.CountyAuditor, "county", "sign-in", "dispatch", "dispatched", ["签收", "退回"],
            """{"签收":{"en":"Sign in","primary":true},"退回":{"en":"Refuse","commentRequired":true,"return":true}}""", (4, 8, 8)));
}
