using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>Reads the people of a scheme.</summary>
public static class SchemeTeam
{
    /// <param name="Units">Where this person goes; empty means every unit of the scheme.</param>
    public sealed record View(long AccountId, string Name, string OrgName, string Role, IReadOnlyList<ReadScheme.Named> Units);

    public static async Task<IReadOnlyList<View>> ReadAsync(CaseDbContext db, long scheme, CancellationToken cancellation) =>
        await ViewsAsync(db, TeamRules.For(await db.Set<SchemeMember>().AsNoTracking().Where(row => row.SchemeId == scheme).ToListAsync(cancellation), _ => true), cancellation);

    /// <summary>Who goes for an order: the part of the team of the scheme behind its task that covers the order's unit. Nobody for a task of other origin.</summary>
    public static async Task<IReadOnlyList<View>> OfOrderAsync(CaseDbContext db, AuditCase order, CancellationToken cancellation)
    {
        var origin = await db.Set<AuditTask>().Where(task => task.Id == order.TaskId).Select(task => task.Origin).FirstOrDefaultAsync(cancellation);
        if (CreateSchemeTask.SchemeOf(origin) is not { } scheme)
        {
            return [];
        }

        var team = await db.Set<SchemeMember>().AsNoTracking().Where(row => row.SchemeId == scheme).ToListAsync(cancellation);
        return await ViewsAsync(db, TeamRules.For(team, unit => order.OrgPath.Contains($"/{unit}/", StringComparison.Ordinal)), cancellation);
    }

    private static async Task<IReadOnlyList<View>> ViewsAsync(CaseDbContext db, IReadOnlyList<SchemeMember> team, CancellationToken cancellation)
    {
        var ids = team.Select(member => member.AccountId).ToList();
        var people = await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancellation);
        var numbers = team.SelectMany(member => Words.Split(member.Units)).Concat(people.Values.Select(account => account.OrgNo)).Distinct().ToList();
        var names = await db.Set<OrgUnit>().AsNoTracking().Where(org => numbers.Contains(org.OrgNo)).ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        return
        [
            .. team.Where(member => people.ContainsKey(member.AccountId)).Select(member => new View(
                member.AccountId, people[member.AccountId].DisplayName, names.GetValueOrDefault(people[member.AccountId].OrgNo, ""), member.Role,
                [.. Words.Split(member.Units).Select(unit => new ReadScheme.Named(unit, names.GetValueOrDefault(unit, unit)))])),
        ];
    }
}
