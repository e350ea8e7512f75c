using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>GET /api/people: who can be chosen for a team, of the own organisation and below, by unit and name. Names only; accounts are another matter.</summary>
public static class ListPeople
{
    private const int Limit = 2000;

    public sealed record Person(long Id, string Name, string OrgNo, string OrgName, string OrgPath);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/people", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("people.list");

    private static async Task<IReadOnlyList<Person>> HandleAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var people = from account in db.Users.AsNoTracking()
                     where account.OrgPath.StartsWith(me.OrgPath) && !account.Disabled
                     join org in db.Set<OrgUnit>() on account.OrgNo equals org.OrgNo
                     orderby account.OrgPath, account.DisplayName, account.Id
                     select new Person(account.Id, account.DisplayName, account.OrgNo, org.Name, account.OrgPath);
        return await people.Take(Limit).ToListAsync(cancellation);
    }
}
