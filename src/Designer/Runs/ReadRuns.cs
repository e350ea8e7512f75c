using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Runs;

/// <summary>GET /api/definitions/{id}/runs, /api/lifecycle-runs/{id} and its lines: what was started, how far it is, what became of each case.</summary>
public static class ReadRuns
{
    private const int Shown = 20;
    private const int MostLines = 200;

    public sealed record Run(
        long Id, string Kind, string DefinitionId, int ToVersion, string State, int Total, int Finished, JsonNode? Request, JsonNode? Summary, string? Error,
        string StartedBy, DateTime StartedAt, DateTime? EndedAt);

    public sealed record Line(int Seq, string Subject, string Number, string Verdict, JsonNode? Detail);

    public sealed record Lines(IReadOnlyList<Line> Items, string? Next, int Total);

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("/definitions/{id}/runs", ListAsync).WithName("definitions.runs");
        reads.MapGet("/lifecycle-runs/{id:long}", ReadAsync).WithName("lifecycle-runs.read");
        reads.MapGet("/lifecycle-runs/{id:long}/lines", LinesAsync).WithName("lifecycle-runs.lines");
    }

    /// <summary>The runs over units that this account sees whole.</summary>
    public static IQueryable<LifecycleRun> Visible(CaseDbContext db, CurrentAccount me) =>
        db.Set<LifecycleRun>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));

    private static async Task<IResult> ListAsync(string id, string? kind, CaseDbContext db, CurrentAccount me, TimeProvider time, CancellationToken cancellation)
    {
        if (!await db.Set<Workflows.Storage.DefinitionRow>().AnyAsync(row => row.DefinitionId == id, cancellation))
        {
            return Problem.NotFound();
        }

        var kinds = (kind ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var rows = await Visible(db, me).Where(row => row.DefinitionId == id && (kinds.Length == 0 || kinds.Contains(row.Kind)))
            .OrderByDescending(row => row.Id).Take(Shown).ToListAsync(cancellation);
        return Results.Ok(await ToRunsAsync(db, rows, time, cancellation));
    }

    private static async Task<IResult> ReadAsync(long id, CaseDbContext db, CurrentAccount me, TimeProvider time, CancellationToken cancellation)
    {
        var rows = await Visible(db, me).Where(row => row.Id == id).ToListAsync(cancellation);
        return rows.Count == 0 ? Problem.NotFound() : Results.Ok((await ToRunsAsync(db, rows, time, cancellation))[0]);
    }

    private static async Task<IResult> LinesAsync(long id, string? verdict, int? after, int? take, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        if (!await Visible(db, me).AnyAsync(row => row.Id == id, cancellation))
        {
            return Problem.NotFound();
        }

        var all = db.Set<LifecycleRunLine>().AsNoTracking().Where(line => line.RunId == id && (string.IsNullOrEmpty(verdict) || line.Verdict.Contains(verdict)));
        var count = Math.Clamp(take ?? 50, 1, MostLines);
        var rows = await all.Where(line => line.Seq > (after ?? -1)).OrderBy(line => line.Seq).Take(count + 1).ToListAsync(cancellation);
        var shown = rows.Take(count).ToList();
        return Results.Ok(new Lines(
            [.. shown.Select(line => new Line(line.Seq, line.Subject, line.Number, line.Verdict, JsonNode.Parse(line.DetailJson)))],
            rows.Count > count ? shown[^1].Seq.ToString(CultureInfo.InvariantCulture) : null, await all.CountAsync(cancellation)));
    }

    private static async Task<List<Run>> ToRunsAsync(CaseDbContext db, List<LifecycleRun> rows, TimeProvider time, CancellationToken cancellation)
    {
        var people = rows.Select(row => row.StartedBy).Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. rows.Select(row => new Run(row.Id, row.Kind, row.DefinitionId, row.ToVersion, row.StateAt(now), row.Total, row.Finished, JsonNode.Parse(row.RequestJson),
                JsonNode.Parse(row.SummaryJson), row.Error, names.GetValueOrDefault(row.StartedBy, ""), row.StartedAt, row.EndedAt)),
        ];
    }
}
