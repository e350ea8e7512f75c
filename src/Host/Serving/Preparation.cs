using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Serving;

/// <summary>What happens between the start of the process and the first request: schema, definitions, sample county, demo accounts.</summary>
public static class Preparation
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseDbContext>();
        await db.Database.EnsureCreatedAsync(cancellation);
        if (services.GetRequiredService<DemoAccounts>().Shown.Count > 0 && !await db.Users.AnyAsync(cancellation))
        {
            AddDemoAccounts(db, scope.ServiceProvider);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static void AddDemoAccounts(CaseDbContext db, IServiceProvider services)
    {
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        var ids = services.GetRequiredService<Ids>();
        foreach (var demo in DemoAccounts.Cast)
        {
            var account = new Account
            {
                Id = ids.Next(), UserName = demo.UserName, NormalizedUserName = demo.UserName.ToUpperInvariant(), DisplayName = demo.DisplayName,
                PersonNo = demo.UserName, OrgNo = demo.OrgNo, OrgPath = demo.OrgPath, LockoutEnabled = true, SecurityStamp = demo.UserName,
            };
            account.PasswordHash = hasher.HashPassword(account, DemoAccounts.Password);
            db.Add(account);
            db.UserRoles.Add(new IdentityUserRole<long> { UserId = account.Id, RoleId = Roles.IdOf(demo.Role) });
        }
    }
}
