using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>One account to try the product with.</summary>
public sealed record DemoAccount(string UserName, string DisplayName, string Role, string OrgNo, string OrgPath)
{
    public string Password => DemoAccounts.Password;
}

/// <summary>
/// The people of the sample county. They exist only in the Development environment and only beside the sample county;
/// anywhere else the list is empty and none of them is ever made.
/// </summary>
public sealed class DemoAccounts(bool shown)
{
    public const string Password = "Demo#2026";

    public static IReadOnlyList<DemoAccount> Cast { get; } = [
        new("analyst", "李敏（市稽查分析员）", Roles.Analyst, "3703", "/37/3703/"),
        new("county", "王建国（县稽查专责）", Roles.CountyAuditor, "370306", "/37/3703/370306/"),
        new("handler1", "张伟（城关供电所）", Roles.Handler, "37030601", "/37/3703/370306/37030601/"),
        new("handler2", "刘洋（北坪供电所）", Roles.Handler, "37030602", "/37/3703/370306/37030602/"),
        new("reviewer", "陈静（市稽查复核）", Roles.Reviewer, "3703", "/37/3703/"),
        new("owner", "赵磊（流程负责人）", Roles.ProcessOwner, "3703", "/37/3703/"),
        new("expert", "吴工（计量专家）", Roles.Expert, "3703", "/37/3703/"),
        new("specialty", "郑宁（电价专责）", Roles.SpecialtyOfficer, "3703", "/37/3703/"),
        new("director", "冯立（市分管主任）", Roles.Director, "3703", "/37/3703/"),
        new("manager", "何涛（省稽查主管）", Roles.ProvincialManager, "37", "/37/"),
        new("auditor", "孙悦（省审计查询）", Roles.Auditor, "37", "/37/"),
        new("admin", "周强（系统管理员）", Roles.Administrator, "37", "/37/")];

    public IReadOnlyList<DemoAccount> Shown => shown ? Cast : [];

    public static void Map(RouteGroupBuilder api) => api.MapGet("/demo-accounts", (DemoAccounts demo) => demo.Shown).AllowAnonymous().WithName("demo-accounts.list");
}
