using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>How far a triage is. Its chain of history is the only place where that stands: what was decided, and one row for each part that is through.</summary>
/// <param name="Id">Null for a decision that one commit took.</param>
/// <param name="State">running or done.</param>
/// <param name="Judged">How many of the total are looked at.</param>
/// <param name="Refused">The first ones by name; <paramref name="RefusedCount"/> counts all.</param>
/// <param name="More">True if the filter matched more than one call decides about: call again.</param>
public sealed record TriageState(long? Id, string State, int Total, int Judged, int Changed, IReadOnlyList<Refusal> Refused, int RefusedCount, bool More)
{
    public const string Running = "running";
    public const string Done = "done";
    internal const int Named = 100;

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TriageState AtOnce(int total, IReadOnlyList<Refusal> refused, bool more) => new(null, Done, total, total, total - refused.Count, refused, refused.Count, more);

    /// <summary>Reads the chain of one triage. Pure.</summary>
    public static TriageState Of(long id, IReadOnlyList<HistoryRow> chain)
    {
        var begun = JsonNode.Parse(chain[0].Data)!;
        var parts = chain.Where(row => row.Kind == JudgeAnomalies.Judged).Select(row => JsonNode.Parse(row.Data)!).ToList();
        var (changed, refused) = (parts.Sum(part => part["changed"]!.GetValue<int>()), parts.Sum(part => part["refusedCount"]!.GetValue<int>()));
        var named = parts.SelectMany(part => part["refused"].Deserialize<Refusal[]>(Json)!).Take(Named).ToList();
        var state = parts.Count == begun["parts"]!.GetValue<int>() ? Done : Running;
        return new(id, state, begun["count"]!.GetValue<int>(), changed + refused, changed, named, refused, begun["more"]!.GetValue<bool>());
    }
}

/// <summary>GET /api/anomalies/triage/{id}: how far one's own triage of many anomalies is.</summary>
public static class ReadTriage
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/anomalies/triage/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("anomalies.triage.read");

    public static async Task<TriageState?> FindAsync(long id, CaseDbContext db, string actor, CancellationToken cancellation)
    {
        var subject = TriageAnomalies.SubjectOf(id);
        var chain = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject).OrderBy(row => row.Seq).ToListAsync(cancellation);
        return chain.Count > 0 && chain[0].Actor == actor ? TriageState.Of(id, chain) : null;
    }

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CurrentAccount me, CancellationToken cancellation) =>
        await FindAsync(id, db, me.Actor, cancellation) is { } state ? Results.Ok(state) : Problem.NotFound();
}
