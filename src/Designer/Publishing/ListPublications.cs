using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Publishing;

/// <summary>GET /elsa/api/publication-requests: the open ones first, then the latest decided, each with what it changes against the published version.</summary>
public static class ListPublications
{
    private const int Shown = 50;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/publication-requests", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.publications.list");

    private static async Task<IResult> HandleAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var requests = await db.Set<PublicationRequest>().AsNoTracking()
            .OrderBy(request => request.State == "open" ? 0 : 1).ThenByDescending(request => request.RequestedAt).Take(Shown).ToListAsync(cancellationToken);
        var people = requests.Select(request => request.RequestedBy).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
        var items = new List<JsonNode>();
        foreach (var request in requests)
        {
            items.Add(ItemOf(request, names.GetValueOrDefault(request.RequestedBy, ""), await DifferencesAsync(db, request, cancellationToken), me));
        }

        return Results.Json(StudioJson.ListOf(items));
    }

    private static async Task<IReadOnlyList<DefinitionDifference>> DifferencesAsync(CaseDbContext db, PublicationRequest request, CancellationToken cancellationToken)
    {
        if (request.State != "open" || request.Kind != "publish")
        {
            return [];
        }

        var rows = await db.Set<DefinitionRow>().AsNoTracking()
            .Where(row => row.DefinitionId == request.DefinitionId && (row.IsLatestPublished || row.DefinitionVersion == request.DefinitionVersion)).ToListAsync(cancellationToken);
        var after = rows.FirstOrDefault(row => row.DefinitionVersion == request.DefinitionVersion);
        var before = rows.FirstOrDefault(row => row.IsLatestPublished);
        return after is null ? [] : DefinitionDifference.Between(before is null ? null : Parse(before), Parse(after));
    }

    private static JsonObject Parse(DefinitionRow row) => (JsonObject)JsonNode.Parse(row.Json)!;

    private static JsonObject ItemOf(PublicationRequest request, string author, IReadOnlyList<DefinitionDifference> differences, CurrentAccount me) => new()
    {
        ["id"] = request.Id,
        ["definitionId"] = request.DefinitionId,
        ["name"] = request.Name,
        ["version"] = request.DefinitionVersion,
        ["kind"] = request.Kind,
        ["state"] = request.State,
        ["requestedBy"] = author,
        ["requestedAt"] = StudioJson.Time(request.RequestedAt),
        ["comment"] = request.Comment,
        ["canDecide"] = request.State == "open" && me.Has(Permissions.DefinitionApprove) && request.RequestedByPerson != me.PersonNo,
        ["differences"] = new JsonArray([.. differences.Select(each => (JsonNode)each.ToJson())]),
    };
}
