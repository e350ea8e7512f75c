using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Serving;

/// <summary>Makes the demo accounts once, by the same routine as an administrator's accounts.</summary>
public static class DemoPeople
{
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var cast = services.GetRequiredService<DemoAccounts>().Shown;
        if (cast.Count == 0 || await services.GetRequiredService<CaseDbContext>().Users.AnyAsync(cancellation))
        {
            return;
        }

        var rows = services.GetRequiredService<AccountRows>();
        var people = cast.Select(demo => (demo.Role, Account: rows.Make(demo.UserName, demo.DisplayName, "P-" + demo.UserName, OrgOf(demo), DemoAccounts.Password))).ToList();
        await services.GetRequiredService<CommitDoor>().RunAsync("system", async session =>
        {
            foreach (var (role, account) in people)
            {
                await AccountRows.AddAsync(session, account, [role]);
            }
        }, cancellation);
    }

    private static OrgUnit OrgOf(DemoAccount demo) => new() { OrgNo = demo.OrgNo, OrgPath = demo.OrgPath };
}
