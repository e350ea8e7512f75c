using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>What the browser knows of its own session.</summary>
public sealed record SessionView(SessionAccount Account)
{
    public static async Task<SessionView> ReadAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var orgName = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgNo == me.OrgNo).Select(org => org.Name).FirstOrDefaultAsync(cancellation);
        return new(new SessionAccount(me.Id, me.UserName, me.DisplayName, me.OrgNo, orgName ?? me.OrgNo, me.OrgPath, me.Roles, [.. me.Permissions], me.Language));
    }
}

/// <inheritdoc cref="SessionView"/>
public sealed record SessionAccount(
    long Id, string UserName, string DisplayName, string OrgNo, string OrgName, string OrgPath,
    IReadOnlyList<string> Roles, IReadOnlyList<string> Permissions, string Language);
