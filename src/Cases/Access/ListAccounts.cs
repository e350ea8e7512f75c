using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>GET /api/accounts?q=: accounts of the own organisation and below, by name. More than the limit is found by searching.</summary>
public static class ListAccounts
{
    private const int Limit = 500;

    public sealed record Line(
        long Id, string UserName, string DisplayName, string PersonNo, string OrgNo, string OrgName, IReadOnlyList<string> Roles, bool Disabled);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/accounts", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AccountManage)).WithName("accounts.list");

    private static async Task<IReadOnlyList<Line>> HandleAsync(CaseDbContext db, CurrentAccount me, string? q, CancellationToken cancellation)
    {
        var found = db.Users.AsNoTracking().Where(account => account.OrgPath.StartsWith(me.OrgPath));
        if (!string.IsNullOrWhiteSpace(q))
        {
            found = found.Where(account => account.UserName!.Contains(q) || account.DisplayName.Contains(q) || account.PersonNo.Contains(q) || account.OrgNo == q);
        }

        var accounts = await found.OrderBy(account => account.UserName).Take(Limit).ToListAsync(cancellation);
        var ids = accounts.Select(account => account.Id).ToList();
        var roles = await db.UserRoles.AsNoTracking().Where(link => ids.Contains(link.UserId)).ToListAsync(cancellation);
        var roleOf = roles.ToLookup(link => link.UserId, link => Roles.Ordered[(int)link.RoleId - 1]);
        var orgNos = accounts.Select(account => account.OrgNo).Distinct().ToList();
        var names = await db.Set<OrgUnit>().AsNoTracking().Where(org => orgNos.Contains(org.OrgNo)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        return [.. accounts.Select(account => new Line(account.Id, account.UserName!, account.DisplayName, account.PersonNo, account.OrgNo,
            names.GetValueOrDefault(account.OrgNo, account.OrgNo), [.. roleOf[account.Id]], account.Disabled))];
    }
}
