using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.HeatMap;

/// <summary>
/// GET /api/definitions/{id}/heat: what the histories of the own organisation say about each node and arrow, drawn on one version. Reads at most
/// <see cref="MostCases"/> histories, the newest, in pages by key, and says so when there were more.
/// </summary>
public sealed class ReadHeatMap(CaseDbContext db, DefinitionStore definitions, WorkingCalendar calendar, TimeProvider time)
{
    public const int MostCases = 10_000;
    private const int Page = 500;

    /// <param name="From">Cases created on this day or later; days are those of UTC+8.</param>
    /// <param name="To">The last day.</param>
    public sealed record Filter(int? Version, DateOnly? From, DateOnly? To, string? Org);

    public sealed record Node(string Id, int Visits, double? MedianHours, double? P90Hours, int Waiting, int Overdue, int Returned);

    public sealed record Arrow(string Source, string Port, string Target, int Count);

    /// <param name="Version">The version that is drawn. Histories of all versions count unless one was asked for.</param>
    /// <param name="Capped">There are older cases that were not counted.</param>
    public sealed record Answer(
        string DefinitionId, string Name, int Version, JsonNode? Root, int Cases, bool Capped, IReadOnlyList<Node> Nodes, IReadOnlyList<Arrow> Arrows);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/definitions/{id}/heat", (string id, [AsParameters] Filter filter, ReadHeatMap door, CurrentAccount me, CancellationToken cancellation) =>
            door.HandleAsync(id, filter, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("definitions.heat");

    public async Task<IResult> HandleAsync(string id, Filter filter, CurrentAccount me, CancellationToken cancellation = default)
    {
        var definition = filter.Version is { } version ? await definitions.FindAsync(id, version, cancellation) : await DrawnAsync(id, cancellation);
        var path = await PathAsync(filter.Org, me, cancellation);
        if (definition is null || path is null)
        {
            return Problem.NotFound();
        }

        var book = new HeatBook(calendar, filter.Version);
        var (cases, capped) = await CountAsync(book, new CaseScope(id, path) { From = StartOf(filter.From), Until = StartOf(filter.To?.AddDays(1)) }, cancellation);
        var waits = await WaitsAsync(id, filter.Version, me with { OrgPath = path }, cancellation);
        return Results.Ok(new Answer(
            id, definition.Source.Name ?? id, definition.Version, definition.Source.Root?.DeepClone(), cases, capped, NodesOf(definition, book, waits), ArrowsOf(definition, book)));
    }

    // Days of the filter are the business's own; the calendar's offset is that of the whole country.
    private static DateTime? StartOf(DateOnly? day) => day is { } date ? DateTime.SpecifyKind(date.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc).AddHours(-8) : null;

    private async Task<CompiledDefinition?> DrawnAsync(string id, CancellationToken cancellation)
    {
        var latest = await db.Set<DefinitionRow>().Where(row => row.DefinitionId == id).OrderByDescending(row => row.IsLatestPublished).ThenByDescending(row => row.DefinitionVersion)
            .Select(row => (int?)row.DefinitionVersion).FirstOrDefaultAsync(cancellation);
        return latest is { } version ? await definitions.FindAsync(id, version, cancellation) : null;
    }

    private async Task<string?> PathAsync(string? orgNo, CurrentAccount me, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(orgNo))
        {
            return me.OrgPath;
        }

        var path = await db.Set<OrgUnit>().Where(org => org.OrgNo == orgNo).Select(org => org.OrgPath).FirstOrDefaultAsync(cancellation);
        return path is not null && me.Sees(path) ? path : null;
    }

    private async Task<(int Cases, bool Capped)> CountAsync(HeatBook book, CaseScope scope, CancellationToken cancellation)
    {
        var (count, last) = (0, (CaseRef?)null);
        while (count < MostCases && await scope.CreatedAsync(db, last, Page, cancellation) is { Count: > 0 } page)
        {
            var steps = await CaseScope.StepsAsync(db, page, cancellation);
            foreach (var each in page)
            {
                book.Add(steps[each.Subject]);
            }

            (count, last) = (count + page.Count, page[^1]);
        }

        return (count, count >= MostCases && (await scope.CreatedAsync(db, last, 1, cancellation)).Count > 0);
    }

    private sealed record Waits(Dictionary<string, int> Waiting, Dictionary<string, int> Overdue);

    /// <summary>What stands where at this moment, whatever the period: tokens that wait, and questions past their time.</summary>
    private async Task<Waits> WaitsAsync(string id, int? version, CurrentAccount me, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var running = VisibleInstances.Of(db, me).Where(row => row.DefinitionId == id && row.Status == "Running" && (version == null || row.DefinitionVersion == version));
        var waiting = await running.Join(db.Set<BookmarkRow>(), row => row.Id, bookmark => bookmark.InstanceId, (_, bookmark) => new { bookmark.InstanceId, bookmark.ActivityId })
            .Distinct().GroupBy(each => each.ActivityId).Select(group => new { Node = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Node, each => each.Count, cancellation);
        var overdue = await running.Join(db.Set<WorkItem>().Where(item => item.State == WorkItemStates.Open && item.DueAt < now && item.StoppedAt == null), row => row.Id, item => item.InstanceId, (_, item) => item.ActivityId)
            .GroupBy(node => node).Select(group => new { Node = group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Node, each => each.Count, cancellation);
        return new(waiting, overdue);
    }

    private static List<Node> NodesOf(CompiledDefinition definition, HeatBook book, Waits waits) =>
    [
        .. definition.Nodes.Skip(1).Where(node => !node.Activity.Descriptor.IsContainer).Select(node => new Node(
            node.Id, book.Visits(node.Id), book.Hours(node.Id, 0.5), book.Hours(node.Id, 0.9),
            waits.Waiting.GetValueOrDefault(node.Id), waits.Overdue.GetValueOrDefault(node.Id), ReturnOutcomes.Of(node).Sum(outcome => book.Ways(node.Id, outcome)))),
    ];

    private static List<Arrow> ArrowsOf(CompiledDefinition definition, HeatBook book) =>
    [
        .. ActivityTree.All(definition.Source.Root).SelectMany(chart => chart["connections"] as JsonArray ?? []).Select(arrow =>
        {
            var (source, port) = (StudioJson.TextOf(arrow?["source"]?["activity"]) ?? "", StudioJson.TextOf(arrow?["source"]?["port"]) ?? "Done");
            return new Arrow(source, port, StudioJson.TextOf(arrow?["target"]?["activity"]) ?? "", book.Ways(source, port));
        }),
    ];
}
