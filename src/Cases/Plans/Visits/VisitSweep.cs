using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>
/// Puts the items of dispatched orders on visits, and ends visits whose orders are closed. The rows are the truth: an item without a visit is taken by the next
/// sweep, whoever missed it. Where things are is read before the commit, which only joins and writes.
/// </summary>
public sealed class VisitSweep(CommitDoor door, IDbContextFactory<CaseDbContext> contexts, MarketingFiles files, Ids ids)
{
    private const int Batch = 200;

    /// <summary>Returns how many items were put on visits.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var errands = await ErrandsAsync(cancellation);
        if (errands.Count > 0)
        {
            await door.RunAsync("system", session => JoinAsync(session, VisitPlan.Merge(errands)), cancellation);
        }

        await EndAsync(cancellation);
        return errands.Count;
    }

    private async Task<IReadOnlyList<Errand>> ErrandsAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // From the open tasks down: what is closed for good is never looked at again.
        var rows = await (from task in db.Set<AuditTask>().AsNoTracking()
                          join row in db.Set<AuditCase>() on task.Id equals row.TaskId
                          join item in db.Set<CaseItem>() on row.Id equals item.CaseId
                          where task.ClosedAt == null && row.ClosedAt == null && row.State != PlanCasesHandler.DraftState && !db.Set<VisitItem>().Any(visited => visited.ItemId == item.Id)
                          orderby item.Id
                          select new { item.Id, item.CaseId, row.OrgNo, row.OrgPath, item.ObjKey }).Take(Batch).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return [];
        }

        var batch = await MarketingFiles.InForceAsync(db, cancellation);
        using var places = batch is not null && File.Exists(files.DatabaseOf(batch.Id)) ? new Places(files, batch.Id) : null;
        return [.. rows.Select(row => new Errand(row.Id, row.CaseId, row.OrgNo, row.OrgPath, row.ObjKey, places?.Of(row.ObjKey) ?? Place.Nowhere))];
    }

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
