using System.Data.Common;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>
/// Puts the items of dispatched orders on visits, and ends visits whose orders are closed. The rows are the truth: an item without a visit is taken by the next
/// sweep, whoever missed it. Where things are is read before the commit, which only joins and writes, from the source that showed the anomaly; what came by hand is
/// looked for in the usual source. An item whose warehouse does not answer waits: a visit made without its place would stay alone for good.
/// </summary>
public sealed class VisitSweep(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, DataSources sources, Ids ids)
{
    private const int Batch = 200;

    /// <summary>Returns how many items were put on visits.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var errands = await ErrandsAsync([], cancellation);
        if (errands.Count > 0)
        {
            await door.RunAsync("system", session => JoinAsync(session, VisitPlan.Merge(errands)), cancellation);
        }

        await EndAsync(cancellation);
        return errands.Count;
    }

    /// <param name="silent">Sources that do not answer now.</param>
    private async Task<IReadOnlyList<Errand>> ErrandsAsync(IReadOnlyList<string> silent, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var usual = sources.Default;
        // From the open tasks down: what is closed for good is never looked at again.
        var rows = await (from task in db.Set<AuditTask>().AsNoTracking()
                          join row in db.Set<AuditCase>() on task.Id equals row.TaskId
                          join item in db.Set<CaseItem>() on row.Id equals item.CaseId
                          where task.ClosedAt == null && row.ClosedAt == null && row.State != PlanCasesHandler.DraftState && !db.Set<VisitItem>().Any(visited => visited.ItemId == item.Id)
                          join anomaly in db.Set<Anomaly>() on item.AnomalyId equals anomaly.Id into found
                          from anomaly in found.DefaultIfEmpty()
                          where !silent.Contains(anomaly.Source ?? usual ?? "")
                          orderby item.Id
                          select new Stop(item.Id, item.CaseId, row.OrgNo, row.OrgPath, item.ObjKey, anomaly.Source ?? usual)).Take(Batch).ToListAsync(cancellation);
        var errands = new List<Errand>();
        foreach (var group in rows.GroupBy(row => row.Source))
        {
            if (await GoAsync(db, group.Key, [.. group], cancellation) is not { } found)
            {
                return await ErrandsAsync([.. silent, group.Key!], cancellation);
            }

            errands.AddRange(found);
        }

        return errands;
    }

    /// <summary>Where these items are; null while their warehouse does not answer. One that is configured no more knows nothing.</summary>
    private async Task<IReadOnlyList<Errand>?> GoAsync(CaseDbContext db, string? name, IReadOnlyList<Stop> stops, CancellationToken cancellation)
    {
        using var source = await Task.Run(async () => sources.TryOpen(await DataSources.NewestAsync(db, name, cancellation)), cancellation);
        if (source is null && name is not null && sources.Knows(name))
        {
            return null;
        }

        try
        {
            var places = source is null ? null : new Places(source);
            return [.. stops.Select(stop => new Errand(stop.ItemId, stop.CaseId, stop.OrgNo, stop.OrgPath, stop.ObjKey, places?.Of(stop.ObjKey, cancellation) ?? Place.Nowhere))];
        }
        catch (DbException) when (name is not null)
        {
            return null;
        }
    }

    private sealed record Stop(long ItemId, long CaseId, string OrgNo, string OrgPath, string ObjKey, string? Source);

    private async ValueTask JoinAsync(CommitSession session, IReadOnlyList<PlannedVisit> planned)
    {
        foreach (var plan in planned)
        {
            var open = await session.QueryAsync<Visit>($"org_path = {plan.OrgPath} and kind = {plan.Kind} and place_key = {plan.PlaceKey} and done_at is null");
            var visit = open.SingleOrDefault() ?? new Visit
            {
                Id = ids.Next(), OrgNo = plan.OrgNo, OrgPath = plan.OrgPath, Kind = plan.Kind, PlaceKey = plan.PlaceKey, PlaceName = plan.PlaceName, CreatedAt = session.Now,
            };
            await (open.Count == 0 ? session.InsertAsync(visit) : session.UpdateAsync(visit));
            foreach (var errand in plan.Errands)
            {
                await session.InsertAsync(new VisitItem { ItemId = errand.ItemId, VisitId = visit.Id, CaseId = errand.CaseId, ConsNo = errand.Place.ConsNo });
            }
        }

        foreach (var order in planned.SelectMany(plan => plan.Errands).GroupBy(errand => errand.CaseId))
        {
            await session.AppendHistoryAsync(SubjectRef.Case(order.Key).ToString(), "case.visits-planned", new JsonObject { ["items"] = order.Count() });
            session.Announce(SubjectRef.Case(order.Key).ToString());
        }
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var done = await db.Set<Visit>().AsNoTracking().Where(visit => visit.DoneAt == null)
            .Where(visit => !db.Set<VisitItem>().Any(item => item.VisitId == visit.Id && db.Set<AuditCase>().Any(row => row.Id == item.CaseId && row.ClosedAt == null)))
            .OrderBy(visit => visit.Id).Take(Batch).Select(visit => visit.Id).ToListAsync(cancellation);
        if (done.Count > 0)
        {
            await door.RunAsync("system", async session =>
            {
                foreach (var id in done)
                {
                    await session.ExecuteAsync($"""
                        update visit set done_at = {session.Now}, version = version + 1 where id = {id} and not exists (
                            select 1 from visit_item item join audit_case owner on owner.id = item.case_id where item.visit_id = {id} and owner.closed_at is null)
                        """);
                }
            }, cancellation);
        }
    }
}
