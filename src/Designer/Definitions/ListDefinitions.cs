using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Definitions;

/// <summary>GET /elsa/api/workflow-definitions: the list page, the version history tab, and the names behind instances.</summary>
public static class ListDefinitions
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/workflow-definitions").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("", ListAsync).WithName("elsa.definitions.list");
        reads.MapGet("/validation/is-name-unique", IsNameUniqueAsync).WithName("elsa.definitions.is-name-unique");
        reads.MapGet("/{definitionId}/consumers", () => Results.Json(StudioJson.ListOf([]))).WithName("elsa.definition.consumers");
    }

    private static async Task<IResult> ListAsync(HttpContext context, CaseDbContext db, CurrentAccount me)
    {
        var all = db.Set<DefinitionRow>().AsNoTracking();
        var wanted = Filter(all.Named(context.Request.Text("versionOptions")), context.Request);
        var (skip, take) = context.Request.Page();
        var total = await wanted.Take(StudioQuery.CountLimit).CountAsync(context.RequestAborted);
        var rows = await Order(wanted, context.Request).Skip(skip).Take(take).ToListAsync(context.RequestAborted);
        var ids = rows.Select(row => row.DefinitionId).Distinct().ToList();
        var tops = await all.Where(row => ids.Contains(row.DefinitionId)).Latest().Select(row => new { row.DefinitionId, row.DefinitionVersion, row.State })
            .ToDictionaryAsync(row => row.DefinitionId, context.RequestAborted);
        var ran = await all.Where(row => ids.Contains(row.DefinitionId) && row.State == DefinitionStates.Draft
                && db.Set<InstanceRow>().Any(instance => instance.DefinitionId == row.DefinitionId && instance.DefinitionVersion == row.DefinitionVersion))
            .Select(row => row.DefinitionId).ToListAsync(context.RequestAborted);
        var canEdit = me.Has(Permissions.DefinitionEdit);
        var items = rows.Select(row => new DefinitionView(row, tops[row.DefinitionId].DefinitionVersion == row.DefinitionVersion, canEdit)
        {
            CanRevert = tops[row.DefinitionId].State != DefinitionStates.Draft, HasRun = ran.Contains(row.DefinitionId),
        }.Summary());
        return Results.Json(StudioJson.PageOf(items, total, Links(canEdit)));
    }

    private static IQueryable<DefinitionRow> Filter(IQueryable<DefinitionRow> rows, HttpRequest request)
    {
        if (request.List("definitionIds") is { Length: > 0 } definitionIds)
        {
            rows = rows.Where(row => definitionIds.Contains(row.DefinitionId));
        }

        if (request.List("ids") is { Length: > 0 } ids)
        {
            var wanted = ids.Select(VersionId.Parse).OfType<(string DefinitionId, int Version)>().ToList();
            var names = wanted.Select(each => each.DefinitionId).Distinct().ToList();
            var versions = wanted.Select(each => each.Version).Distinct().ToList();
            rows = rows.Where(row => names.Contains(row.DefinitionId) && versions.Contains(row.DefinitionVersion));
        }

        return request.Text("searchTerm") is { } term ? rows.Where(row => row.Name.Contains(term) || row.DefinitionId.Contains(term)) : rows;
    }

    private static IQueryable<DefinitionRow> Order(IQueryable<DefinitionRow> rows, HttpRequest request)
    {
        var down = request.Text("orderDirection") == "Descending";
        var ordered = (request.Text("orderBy"), down) switch
        {
            ("Version", true) => rows.OrderByDescending(row => row.DefinitionVersion),
            ("Version", false) => rows.OrderBy(row => row.DefinitionVersion),
            ("Created", true) => rows.OrderByDescending(row => row.CreatedAt),
            ("Created", false) => rows.OrderBy(row => row.CreatedAt),
            (_, true) => rows.OrderByDescending(row => row.Name),
            _ => rows.OrderBy(row => row.Name),
        };
        return ordered.ThenBy(row => row.DefinitionId).ThenBy(row => row.DefinitionVersion);
    }

    private static async Task<IResult> IsNameUniqueAsync(string name, string? definitionId, CaseDbContext db)
    {
        var taken = await db.Set<DefinitionRow>().Latest().AnyAsync(row => row.Name == name && row.DefinitionId != definitionId);
        return Results.Json(new JsonObject { ["isUnique"] = !taken });
    }

    // Without "bulk-publish" the whole list is read-only. Bulk deletion is not offered: what ever ran is never deleted.
    private static JsonArray Links(bool canEdit)
    {
        var links = new JsonArray(StudioJson.Link("/workflow-definitions", "self", "GET"));
        if (canEdit)
        {
            links.Add(StudioJson.Link("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"));
            links.Add(StudioJson.Link("/workflow-definitions", "create", "POST"));
            links.Add(StudioJson.Link("/workflow-definitions/import", "import", "POST"));
            links.Add(StudioJson.Link("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"));
            links.Add(StudioJson.Link("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"));
        }

        return links;
    }
}
