using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Clues;

/// <summary>GET /api/clues: the own subtree, newest first. Without the right to secrets there are no secret ones and no reporters.</summary>
public static class ListClues
{
    private const int Size = 50;

    public sealed record View(long Id, string Number, string Source, bool Anonymous, bool Secret, string Content, string? Reporter, string OrgNo, string OrgName, string? ObjKey, string State,
        string? Reason, long? AnomalyId, DateTime? AnsweredAt, string? AnsweredBy, string? AnsweredVia, string? Answer, bool MayAnswer, string CreatedBy, DateTime CreatedAt);

    public sealed record Page(IReadOnlyList<View> Items, string? Next);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/clues", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("clues.list");

    private static async Task<Page> HandleAsync(string? state, long? after, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var secrets = me.Has(Permissions.ClueSecret);
        var rows = db.Set<Clue>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath) && (secrets || !row.Secret));
        rows = string.IsNullOrEmpty(state) ? rows : rows.Where(row => row.State == state);
        rows = after is null ? rows : rows.Where(row => row.Id < after);
        var found = await rows.OrderByDescending(row => row.Id).Take(Size + 1).ToListAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, found.SelectMany(row => new[] { row.CreatedBy, row.AnsweredBy ?? "" }), cancellation);
        var shown = found.Take(Size).Select(row => new View(row.Id, row.Number, row.Source, row.Anonymous, row.Secret, row.Content, secrets ? row.Reporter : null, row.OrgNo,
            orgs.GetValueOrDefault(row.OrgNo, row.OrgNo), row.ObjKey, row.State, row.Reason, row.AnomalyId, row.AnsweredAt, row.AnsweredBy is { } by ? people.GetValueOrDefault(by, "") : null,
            row.AnsweredVia, secrets ? row.Answer : null, me.Has(Permissions.ClueWrite) && ClueRules.RefuseAnswer(row) is null, people.GetValueOrDefault(row.CreatedBy, ""), row.CreatedAt)).ToList();
        return new Page(shown, found.Count > Size ? shown[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
