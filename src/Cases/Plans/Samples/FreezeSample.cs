using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// POST /api/samples/{id}/freeze: from now on the sample is what it is. Each object gets the anomaly that carries it into a task; one that another sample of the
/// month brought already is shared, so that nobody is sent for it twice.
/// </summary>
public static class FreezeSample
{
    private const int Chunk = 100;
    private const string Level = "3";

    public sealed record Frozen(int Items, int Shared);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/samples/{id:long}/freeze", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("samples.freeze");

    private static async Task<IResult> HandleAsync(long id, CaseDbContext db, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (sample is null)
        {
            return Problem.NotFound();
        }

        // First the state, so that nothing is added any more; then the anomalies, some at a time; a freeze that was cut short is taken up where it stopped.
        await door.RunAsync(me.Actor, session => CloseAsync(session, id), cancellation);
        var keys = await db.Set<SampleItem>().AsNoTracking().Where(row => row.SampleId == id && row.AnomalyId == null).OrderBy(row => row.ObjKey).Select(row => row.ObjKey).ToListAsync(cancellation);
        var shared = 0;
        foreach (var chunk in keys.Chunk(Chunk))
        {
            shared += await door.RunAsync(me.Actor, session => CarryAsync(session, sample, chunk, ids), cancellation);
        }

        return Results.Ok(new Frozen(sample.Drawn + sample.Picked, shared));
    }

    private static async ValueTask CloseAsync(CommitSession session, long id)
    {
        var sample = (await session.FindAsync<Sample>(id))!;
        if (sample.State == SampleStates.Tasked)
        {
            throw new ProblemException(Problem.Conflict("sample-frozen"));
        }

        if (sample.State == SampleStates.Drawn)
        {
            sample.State = SampleStates.Frozen;
            await session.UpdateAsync(sample);
            await session.AppendHistoryAsync($"sample/{id}", "sample.frozen", new JsonObject { ["drawn"] = sample.Drawn, ["picked"] = sample.Picked });
            session.Announce("samples");
        }
    }

    private static async ValueTask<int> CarryAsync(CommitSession session, Sample sample, IReadOnlyList<string> keys, Ids ids)
    {
        var purpose = SamplePurpose.Find(sample.Purpose)!;
        var theme = purpose.Source == PopulationSource.Anomalies ? sample.ThemeCode : purpose.ThemeCode;
        var load = sample.BatchId is { } batch ? await session.FindAsync<ImportBatch>(batch) : null;
        var shared = 0;
        foreach (var key in keys)
        {
            var item = (await session.FindAsync<SampleItem>(sample.Id, key))!;
            var known = (await session.QueryAsync<Anomaly>($"theme_code = {theme} and ym = {sample.Ym} and obj_key = {key}")).SingleOrDefault();
            shared += known is null || purpose.Source == PopulationSource.Anomalies ? 0 : 1;
            var anomaly = known ?? New(sample, purpose, item, load, ids.Next(), session.Now);
            if (known is null)
            {
                await session.InsertAsync(anomaly);
            }

            item.AnomalyId = anomaly.Id;
            await session.UpdateAsync(item);
        }

        session.Announce("anomalies");
        return shared;
    }

    private static Anomaly New(Sample sample, SamplePurpose purpose, SampleItem item, ImportBatch? load, long id, DateTime now)
    {
        var risk = RiskScore.Of(Level, 0, 1, []);
        var anomaly = new Anomaly
        {
            Id = id, ThemeCode = purpose.ThemeCode, ThemeVersion = 1, Ym = sample.Ym, ObjKey = item.ObjKey, OrgNo = item.OrgNo, OrgPath = item.OrgPath, Metric = item.Metric, Level = Level,
            Specialty = item.Specialty.Length > 0 ? item.Specialty : purpose.Specialty, TriageReason = item.Reason ?? sample.Number, FirstSeenAt = now, LastSeenAt = now,
            Source = load?.Source, DataStamp = load?.Stamp,
            Risk = risk, QueueKey = RiskScore.QueueKey(Level, 0, risk),
        };
        anomaly.Move(AnomalyEvent.ToHandle);
        return anomaly;
    }
}
