using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Difference;

/// <summary>GET /api/definitions/{id}/difference?from=&amp;to=: both pictures and what is different. Without numbers: the published version against the latest.</summary>
public static class ReadDifference
{
    public sealed record Side(int Version, string State, JsonNode? Root);

    /// <param name="Label">The input in the words of the palette; null for one that only the file knows.</param>
    public sealed record Input(string Name, Label? Label, string? Before, string? After);

    public sealed record Node(string Id, string Name, string Type, string Kind, string? Inside, IReadOnlyList<Input> Inputs);

    /// <param name="From">Null when there is nothing to compare with: all of it is new.</param>
    public sealed record Answer(string DefinitionId, string Name, Side? From, Side To, IReadOnlyList<Node> Nodes, IReadOnlyList<ArrowChange> Arrows);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/definitions/{id}/difference", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("definitions.difference");

    private static async Task<IResult> HandleAsync(string id, int? from, int? to, CaseDbContext db, ActivityCatalog catalog, CancellationToken cancellation)
    {
        var versions = db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == id);
        var after = await (to is null ? versions.OrderByDescending(row => row.DefinitionVersion) : versions.Where(row => row.DefinitionVersion == to)).FirstOrDefaultAsync(cancellation);
        if (after is null)
        {
            return Problem.NotFound();
        }

        var before = await (from is null
            ? versions.Where(row => row.DefinitionVersion < after.DefinitionVersion).OrderByDescending(row => row.IsLatestPublished).ThenByDescending(row => row.DefinitionVersion)
            : versions.Where(row => row.DefinitionVersion == from)).FirstOrDefaultAsync(cancellation);
        return from is not null && before is null ? Problem.NotFound() : Results.Ok(Compare(before, after, catalog));
    }

    private static Answer Compare(DefinitionRow? before, DefinitionRow after, ActivityCatalog catalog)
    {
        var (old, now) = (before is null ? null : Parse(before), Parse(after));
        var difference = FlowDifference.Between(old, now);
        return new(after.DefinitionId, after.Name, before is null ? null : SideOf(before, old!), SideOf(after, now),
            [.. difference.Nodes.Select(node => new Node(node.Id, node.Name, node.Type, node.Kind, node.Inside, [.. node.Inputs.Select(input => Named(node, input, catalog))]))],
            difference.Arrows);
    }

    private static Input Named(NodeChange node, InputChange input, ActivityCatalog catalog) => new(
        input.Name,
        catalog.Find(node.Type)?.Descriptor.Inputs.FirstOrDefault(each => string.Equals(each.Name, input.Name, StringComparison.OrdinalIgnoreCase))?.Label,
        input.Before, input.After);

    private static Side SideOf(DefinitionRow row, JsonObject model) => new(row.DefinitionVersion, row.State, model["root"]?.DeepClone());

    private static JsonObject Parse(DefinitionRow row) => (JsonObject)JsonNode.Parse(row.Json)!;
}
