using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>GET /api/orgs: the own organisation and everything below it.</summary>
public static class ListOrgs
{
    public sealed record Line(string OrgNo, string Name, string? ParentOrgNo, string OrgPath, int Level);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/orgs", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("orgs.list");

    private static Task<List<Line>> HandleAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation) =>
        db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(me.OrgPath)).OrderBy(org => org.OrgPath)
            .Select(org => new Line(org.OrgNo, org.Name, org.ParentOrgNo, org.OrgPath, org.Level)).ToListAsync(cancellation);
}
