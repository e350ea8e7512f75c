using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>POST /elsa/api/workflow-instances: the list page, asked again every ten seconds. Counts end at 10,000; a filter finds what lies beyond.</summary>
public static class ListInstances
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-instances", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.instances.list");

    private static async Task<IResult> HandleAsync(HttpContext context, CaseDbContext db, CurrentAccount me)
    {
        var filter = await StudioJson.ReadBodyAsync(context.Request);
        var wanted = Filter(VisibleInstances.Of(db, me), filter);
        var take = Math.Clamp((int?)filter["pageSize"] ?? 10, 1, 100);
        var skip = Math.Min((int?)filter["page"] ?? 0, StudioQuery.CountLimit / take) * take;
        var total = await wanted.Take(StudioQuery.CountLimit).CountAsync(context.RequestAborted);
        var rows = await Order(wanted, filter).Skip(skip).Take(take).Select(Narrow).ToListAsync(context.RequestAborted);
        var numbers = await VisibleInstances.NumbersAsync(db, [.. rows.Select(row => row.Id)], context.RequestAborted);
        return Results.Json(StudioJson.PageOf(rows.Select(row => InstanceView.Summary(row, numbers.GetValueOrDefault(row.Id))), total));
    }

    // Everything but the state, which may be large and is not shown.
    private static readonly System.Linq.Expressions.Expression<Func<InstanceRow, InstanceRow>> Narrow = row => new InstanceRow
    {
        Id = row.Id, DefinitionId = row.DefinitionId, DefinitionVersion = row.DefinitionVersion, Status = row.Status, SubStatus = row.SubStatus, Name = row.Name,
        CorrelationId = row.CorrelationId, IncidentCount = row.IncidentCount, CreatedAt = row.CreatedAt, UpdatedAt = row.UpdatedAt, FinishedAt = row.FinishedAt,
    };

    private static IQueryable<InstanceRow> Filter(IQueryable<InstanceRow> rows, JsonObject filter)
    {
        var definitions = Several(filter, "definitionId", "definitionIds");
        var statuses = Several(filter, "status", "statuses");
        var subStatuses = Several(filter, "subStatus", "subStatuses");
        rows = definitions.Count > 0 ? rows.Where(row => definitions.Contains(row.DefinitionId)) : rows;
        rows = statuses.Count > 0 ? rows.Where(row => statuses.Contains(row.Status)) : rows;
        rows = subStatuses.Count > 0 ? rows.Where(row => subStatuses.Contains(row.SubStatus)) : rows;
        if (filter["version"] is JsonValue version && version.TryGetValue<int>(out var number))
        {
            rows = rows.Where(row => row.DefinitionVersion == number);
        }

        if (filter["hasIncidents"] is JsonValue incidents && incidents.TryGetValue<bool>(out var has))
        {
            rows = rows.Where(row => row.IncidentCount > 0 == has);
        }

        if (StudioJson.TextOf(filter["correlationId"]) is { Length: > 0 } correlation)
        {
            rows = rows.Where(row => row.CorrelationId == correlation);
        }

        return StudioJson.TextOf(filter["searchTerm"]) is { Length: > 0 } term
            ? rows.Where(row => row.Id == term || row.CorrelationId == term || row.DefinitionId == term || row.Name!.Contains(term)) : rows;
    }

    private static List<string> Several(JsonObject filter, string one, string many) =>
        [.. StudioJson.TextOf(filter[one]) is { Length: > 0 } single ? [single] : (string[])[], .. StudioJson.TextsOf(filter[many])];

    private static IQueryable<InstanceRow> Order(IQueryable<InstanceRow> rows, JsonObject filter)
    {
        var up = StudioJson.TextOf(filter["orderDirection"]) == "Ascending";
        var ordered = (StudioJson.TextOf(filter["orderBy"]), up) switch
        {
            ("UpdatedAt" or "LastExecuted", true) => rows.OrderBy(row => row.UpdatedAt),
            ("UpdatedAt" or "LastExecuted", false) => rows.OrderByDescending(row => row.UpdatedAt),
            (_, true) => rows.OrderBy(row => row.CreatedAt),
            _ => rows.OrderByDescending(row => row.CreatedAt),
        };
        return ordered.ThenBy(row => row.Id);
    }
}
