using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Plans.Calendar;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Plans.Schemes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans;

/// <summary>GET /api/schemes|plans|samples/{id}/history: every decision as the chain keeps it, oldest first, in the shape that the history of cases has.</summary>
public static class PlanHistory
{
    private const int Size = 100;

    public sealed record Line(
        long Seq, DateTime At, string ActorName, string Kind, string? From, string? To, string? Outcome, string? Comment, int? DefinitionVersion, JsonNode? Data, string Hash);

    public sealed record Answer(IReadOnlyList<Line> Items, string? Next);

    public static void Map(RouteGroupBuilder api)
    {
        Map(api, "scheme", (db, id, path) => db.Set<AuditScheme>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(path)));
        Map(api, "plan", (db, id, path) => db.Set<AuditPlan>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(path)));
        Map(api, "sample", (db, id, path) => db.Set<Sample>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(path)));
    }

    private static void Map(RouteGroupBuilder api, string kind, Func<CaseDbContext, long, string, Task<bool>> sees) => api
        .MapGet($"/{kind}s/{{id:long}}/history", async (long id, long? after, CaseDbContext db, CurrentAccount me, CancellationToken cancellation) =>
            await sees(db, id, me.OrgPath) ? Results.Ok(await ReadAsync(db, $"{kind}/{id}", after ?? 0, cancellation)) : Problem.NotFound())
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName($"{kind}s.history");

    private static async Task<Answer> ReadAsync(CaseDbContext db, string subject, long after, CancellationToken cancellation)
    {
        var rows = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject && row.Seq > after).OrderBy(row => row.Seq).Take(Size + 1).ToListAsync(cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.Select(row => row.Actor), cancellation);
        var shown = rows.Take(Size).Select(row => Of(row, JsonNode.Parse(row.Data), people)).ToList();
        return new Answer(shown, rows.Count > Size ? shown[^1].Seq.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static Line Of(HistoryRow row, JsonNode? data, Dictionary<string, string> people) => new(
        row.Seq, row.RecordedAt, people.GetValueOrDefault(row.Actor, ""), row.Kind, null, null, null, (data?["remark"] ?? data?["reason"] ?? data?["text"])?.ToString(), null, data,
        Convert.ToHexStringLower(row.Hash));
}
