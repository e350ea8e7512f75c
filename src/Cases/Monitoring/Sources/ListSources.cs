using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>GET /api/sources: where marketing data can be read, and how fresh each source was when a run last looked.</summary>
public static class ListSources
{
    /// <param name="Name">Null for the embedded copy.</param>
    /// <param name="Kind">embedded, postgres or sqlserver.</param>
    public sealed record View(string? Name, string Kind, string? Place, string? Schema, bool Default, string? Ym, DateOnly? Stamp, DateTime? SeenAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/sources", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("sources.list");

    private static async Task<IReadOnlyList<View>> HandleAsync(CaseDbContext db, Warehouses warehouses, CancellationToken cancellation)
    {
        List<View> views = [Of(null, await DataSources.NewestAsync(db, null, cancellation), warehouses.Default is null)];
        foreach (var warehouse in warehouses.All)
        {
            views.Add(Of(warehouse, await DataSources.NewestAsync(db, warehouse.Name, cancellation), warehouse.Default));
        }

        return views;
    }

    private static View Of(Warehouse? warehouse, ImportBatch? load, bool usual) => new(
        warehouse?.Name, warehouse?.Provider.ToString().ToLowerInvariant() ?? "embedded", warehouse?.Place, warehouse?.Schema, usual, load?.Ym, load?.Stamp, load?.EndedAt);
}
