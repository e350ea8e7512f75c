using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Versions;

/// <summary>GET /api/definitions/{id}/versions: newest first, with the number of own cases that run on each.</summary>
public static class ReadVersions
{
    /// <param name="IsPublished">The one that new cases take.</param>
    /// <param name="Running">Running cases and tasks of the own organisation and below.</param>
    public sealed record Line(int Version, string State, bool IsPublished, string CreatedBy, DateTime CreatedAt, DateTime? PublishedAt, int Running);

    public sealed record Answer(string DefinitionId, string Name, IReadOnlyList<Line> Versions);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/definitions/{id}/versions", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("definitions.versions");

    private static async Task<IResult> HandleAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var rows = await db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == id).OrderByDescending(row => row.DefinitionVersion)
            .Select(row => new { row.Name, row.DefinitionVersion, row.State, row.IsLatestPublished, row.CreatedBy, row.CreatedAt, row.PublishedAt }).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return Problem.NotFound();
        }

        var running = await VisibleInstances.Of(db, me).Where(row => row.DefinitionId == id && row.Status == "Running").GroupBy(row => row.DefinitionVersion)
            .Select(group => new { Version = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Version, each => each.Count, cancellation);
        var people = await PeopleAsync(db, rows.Select(row => row.CreatedBy), cancellation);
        return Results.Ok(new Answer(id, rows[0].Name,
        [
            .. rows.Select(row => new Line(row.DefinitionVersion, row.State, row.IsLatestPublished, people.GetValueOrDefault(row.CreatedBy, ""),
                row.CreatedAt, row.PublishedAt, running.GetValueOrDefault(row.DefinitionVersion))),
        ]));
    }

    /// <summary>Names of the accounts behind actors; actors that are no account ("system") have none.</summary>
    private static async Task<Dictionary<string, string>> PeopleAsync(CaseDbContext db, IEnumerable<string> actors, CancellationToken cancellation)
    {
        var ids = actors.Distinct().Select(actor => long.TryParse(actor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        var people = await db.Users.Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellation);
        return people.ToDictionary(user => user.Id.ToString(CultureInfo.InvariantCulture), user => user.DisplayName);
    }
}
