using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Definitions;

/// <summary>GET one version: by definition and version options, or by version id. Every version stays readable, because instances ran on it. Reading never writes.</summary>
public static class ReadDefinition
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("/workflow-definitions").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("/by-definition-id/{definitionId}", (string definitionId, string? versionOptions, HttpContext context, CaseDbContext db, CurrentAccount me) =>
            SendAsync(db.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId).Named(versionOptions ?? "Latest"), context, db, me))
            .WithName("elsa.definition.by-definition-id");
        reads.MapGet("/by-id/{id}", (string id, HttpContext context, CaseDbContext db, CurrentAccount me) =>
            SendAsync(OneVersion(db, id), context, db, me)).WithName("elsa.definition.by-id");
        reads.MapGet("/many-by-id", (string[] ids, CaseDbContext db, CurrentAccount me) => ManyAsync(ids, db, me)).WithName("elsa.definition.many");
    }

    private static IQueryable<DefinitionRow> OneVersion(CaseDbContext db, string id) => VersionId.Parse(id) is var (definitionId, version)
        ? db.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId && row.DefinitionVersion == version)
        : db.Set<DefinitionRow>().Where(row => false);

    private static async Task<IResult> SendAsync(IQueryable<DefinitionRow> wanted, HttpContext context, CaseDbContext db, CurrentAccount me)
    {
        if (await wanted.AsNoTracking().OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(context.RequestAborted) is not { } row)
        {
            return Results.NotFound();
        }

        var isLatest = !await db.Set<DefinitionRow>().AnyAsync(other => other.DefinitionId == row.DefinitionId && other.DefinitionVersion > row.DefinitionVersion);
        if (isLatest)
        {
            DraftRevision.Send(context.Response, row);
        }

        return Results.Json(new DefinitionView(row, isLatest, me.Has(Permissions.DefinitionEdit)).Full());
    }

    private static async Task<IResult> ManyAsync(string[] ids, CaseDbContext db, CurrentAccount me)
    {
        var wanted = ids.Select(VersionId.Parse).OfType<(string DefinitionId, int Version)>().ToHashSet();
        var names = wanted.Select(each => each.DefinitionId).ToList();
        var rows = await db.Set<DefinitionRow>().AsNoTracking().Where(row => names.Contains(row.DefinitionId)).ToListAsync();
        var items = rows.Where(row => wanted.Contains((row.DefinitionId, row.DefinitionVersion)))
            .Select(row => new DefinitionView(row, rows.All(other => other.DefinitionId != row.DefinitionId || other.DefinitionVersion <= row.DefinitionVersion),
                me.Has(Permissions.DefinitionEdit)).Full());
        return Results.Json(Protocol.StudioJson.ListOf(items));
    }
}
