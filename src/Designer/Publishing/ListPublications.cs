using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Checking;
using CaseMgmt.Designer.Descriptors;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;
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

    private static async Task<IResult> HandleAsync(CaseDbContext db, DefinitionCheck check, ActivityCatalog catalog, CurrentAccount me, HttpContext context)
    {
        var requests = await db.Set<PublicationRequest>().AsNoTracking()
            .OrderBy(request => request.State == "open" ? 0 : 1).ThenByDescending(request => request.RequestedAt).Take(Shown).ToListAsync(context.RequestAborted);
        var people = requests.Select(request => request.RequestedBy).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, context.RequestAborted);
        var items = new List<JsonNode>();
        foreach (var request in requests)
        {
            var item = ItemOf(request, names.GetValueOrDefault(request.RequestedBy, ""), me);
            await ReviewAsync(item, db, request, check, catalog, Texts.LanguageOf(context));
            items.Add(item);
        }

        return Results.Json(StudioJson.ListOf(items));
    }

    /// <summary>What a second person looks at: what an open request would change, and which warnings the approval must comment on.</summary>
    private static async Task ReviewAsync(JsonObject item, CaseDbContext db, PublicationRequest request, DefinitionCheck check, ActivityCatalog catalog, string language)
    {
        (item["differences"], item["warnings"]) = (new JsonArray(), new JsonArray());
        if (request.State != "open" || request.Kind != "publish")
        {
            return;
        }

        var rows = await db.Set<DefinitionRow>().AsNoTracking()
            .Where(row => row.DefinitionId == request.DefinitionId && (row.IsLatestPublished || row.DefinitionVersion == request.DefinitionVersion)).ToListAsync();
        if (rows.FirstOrDefault(row => row.DefinitionVersion == request.DefinitionVersion) is { } after)
        {
            var before = rows.FirstOrDefault(row => row.IsLatestPublished);
            var authors = await DraftEdits.AuthorsAsync(db, request.DefinitionId, request.DefinitionVersion, CancellationToken.None);
            item["publishedVersion"] = before?.DefinitionVersion;
            item["differences"] = new JsonArray([.. DefinitionDifference.Between(before is null ? null : Parse(before), Parse(after), Caption, port => ActivityJson.PortIn(port, language))
                .Select(each => (JsonNode)Line(each, authors[each.Key]))]);
            item["warnings"] = new JsonArray([.. check.Warnings(Parse(after), language).Select(warning => (JsonNode)warning)]);
        }

        string? Caption(string type, string input) => catalog.Find(type)?.Descriptor.Inputs
            .FirstOrDefault(each => string.Equals(each.Name, input, StringComparison.OrdinalIgnoreCase))?.Label.In(language);
    }

    private static JsonObject Line(DefinitionDifference difference, IEnumerable<string> authors)
    {
        var line = difference.ToJson();
        line["by"] = new JsonArray([.. authors.Select(author => JsonValue.Create(author))]);
        return line;
    }

    private static JsonObject Parse(DefinitionRow row) => (JsonObject)JsonNode.Parse(row.Json)!;

    private static JsonObject ItemOf(PublicationRequest request, string author, CurrentAccount me) => new()
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
    };
}
