using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>POST /api/samples/{id}/picks adds an object of the population by hand, with a reason; what was picked is counted and shown apart from what was drawn.</summary>
public static class PickItem
{
    public sealed record Request(string? ObjKey, string? Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/samples/{id:long}/picks", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("samples.pick");

    private static async Task<IResult> HandleAsync(long id, Request request, CaseDbContext db, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (sample is null)
        {
            return Problem.NotFound();
        }

        if ((request.Reason?.Trim().Length ?? 0) is < SampleRules.ShortestReason or > 500)
        {
            return Problem.Unprocessable("sample-reason", SampleRules.ShortestReason);
        }

        var population = await db.Set<SamplePopulation>().AsNoTracking().Where(row => row.SampleId == id).Select(row => row.Members).SingleAsync(cancellation);
        if (PopulationText.Read(population).FirstOrDefault(member => member.ObjKey == request.ObjKey?.Trim()) is not { } picked)
        {
            return Problem.Unprocessable("sample-member");
        }

        var paths = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(unit => unit.OrgNo, unit => unit.OrgPath, cancellation);
        var item = DrawSample.ItemOf(id, new Draw(picked, SampleWay.StratumOf(sample, picked), 0), paths);
        (item.Reason, item.PickedBy) = (request.Reason!.Trim(), me.Actor);
        await door.RunAsync(me.Actor, session => WriteAsync(session, item), cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, SampleItem item)
    {
        var sample = (await session.FindAsync<Sample>(item.SampleId))!;
        var refusal = sample.State != SampleStates.Drawn ? "sample-frozen" : await session.FindAsync<SampleItem>(item.SampleId, item.ObjKey) is not null ? "sample-has" : null;
        if (refusal is not null)
        {
            throw new ProblemException(Problem.Conflict(refusal));
        }

        sample.Picked++;
        await session.UpdateAsync(sample);
        await session.InsertAsync(item);
        await session.AppendHistoryAsync($"sample/{sample.Id}", "sample.picked", new JsonObject { ["object"] = item.ObjKey, ["reason"] = item.Reason });
        session.Announce("samples");
    }
}
