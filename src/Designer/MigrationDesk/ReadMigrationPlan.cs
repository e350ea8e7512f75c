using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.MigrationDesk;

/// <summary>GET /api/definitions/{id}/migration-plan?from=&amp;to=: where the running cases stand, and where each of these nodes would lead.</summary>
public static class ReadMigrationPlan
{
    /// <param name="Standing">Cases of the own units that wait there now.</param>
    /// <param name="Suggested">The node of the same id and kind in the new version; null where a person must choose.</param>
    public sealed record Node(string Id, string Name, string Type, int Standing, string? Suggested);

    public sealed record Target(string Id, string Name, string Type);

    public sealed record Answer(int From, int To, int Running, JsonNode? Root, IReadOnlyList<Node> Nodes, IReadOnlyList<Target> Targets);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/definitions/{id}/migration-plan", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionEdit)).WithName("definitions.migration-plan");

    private static async Task<IResult> HandleAsync(string id, int? from, int? to, CaseDbContext db, DefinitionStore definitions, CurrentAccount me, CancellationToken cancellation)
    {
        var (old, next) = (await definitions.FindAsync(id, from ?? 0, cancellation), await definitions.FindAsync(id, to ?? 0, cancellation));
        if (old is null || next is null)
        {
            return Problem.NotFound();
        }

        var running = VisibleInstances.Of(db, me).Where(row => row.DefinitionId == id && row.DefinitionVersion == from && row.Status == "Running");
        var standing = await running.Join(db.Set<BookmarkRow>(), row => row.Id, bookmark => bookmark.InstanceId, (_, bookmark) => bookmark.ActivityId)
            .GroupBy(node => node).Select(group => new { Node = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Node, each => each.Count, cancellation);
        return Results.Ok(new Answer(old.Version, next.Version, await running.CountAsync(cancellation), old.Source.Root?.DeepClone(), NodesOf(old, next, standing), TargetsOf(next)));
    }

    private static List<Node> NodesOf(CompiledDefinition old, CompiledDefinition next, Dictionary<string, int> standing) =>
    [
        .. Own(old).Select(node => new Node(node.Id, node.DisplayName, node.Type, standing.GetValueOrDefault(node.Id), next.FindNode(node.Id)?.Type == node.Type ? node.Id : null))
            .Where(node => node.Standing > 0 || node.Suggested is null),
    ];

    private static List<Target> TargetsOf(CompiledDefinition next) => [.. Own(next).Select(node => new Target(node.Id, node.DisplayName, node.Type))];

    private static IEnumerable<CompiledNode> Own(CompiledDefinition definition) => definition.Nodes.Skip(1).Where(node => !node.Activity.Descriptor.IsContainer);
}
