using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>GET /api/themes/{code}/history: every step of the theme's life as the chain keeps it, newest first.</summary>
public static class ReadThemeHistory
{
    private const int Limit = 200;

    public sealed record Line(long Seq, DateTime At, string ActorName, string Kind, JsonNode? Data, string Hash);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/themes/{code}/history", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.history");

    private static async Task<IResult> HandleAsync(string code, CaseDbContext db, CancellationToken cancellation)
    {
        var subject = $"theme/{code}";
        var rows = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject).OrderByDescending(row => row.Seq).Take(Limit).ToListAsync(cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.Select(row => row.Actor), cancellation);
        return rows.Count == 0 ? Problem.NotFound() : Results.Ok(rows.Select(row => new Line(
            row.Seq, row.RecordedAt, people.GetValueOrDefault(row.Actor, ""), row.Kind, JsonNode.Parse(row.Data), Convert.ToHexStringLower(row.Hash))));
    }
}
