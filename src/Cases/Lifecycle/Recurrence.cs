using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// 复发: the theme of a closed order found the same object again, within ninety days of the closing and in no other order's hand. What is found again goes back to the order
/// that settled it wrongly instead of becoming a new one.
/// </summary>
public static class Recurrence
{
    public const int Days = 90;

    private static readonly string[] Open = [AnomalyStates.New, AnomalyStates.ToHandle, AnomalyStates.Reanalyse];

    /// <summary>The last moment at which something found counts as a recurrence.</summary>
    public static DateTime Until(DateTime closedAt) => closedAt.AddDays(Days);

    /// <summary>Whether this row is a recurrence of what an order settled. Pure; <see cref="OfAsync"/> asks the database the same.</summary>
    public static bool Is(Anomaly found, DateTime closedAt) =>
        found.FirstSeenAt > closedAt && found.FirstSeenAt <= Until(closedAt) && found.TaskId is null && found.WhiteId is null && Open.Contains(found.State);

    /// <summary>What was found again of this closed order, oldest first.</summary>
    public static Task<List<Anomaly>> OfAsync(CaseDbContext db, AuditCase row, CancellationToken cancellation)
    {
        var (closed, until) = (row.ClosedAt!.Value, Until(row.ClosedAt.Value));
        var settled = db.Set<Anomaly>().Where(each => db.Set<CaseItem>().Any(item => item.CaseId == row.Id && item.AnomalyId == each.Id));
        return db.Set<Anomaly>().AsNoTracking()
            .Where(found => settled.Any(old => old.ThemeCode == found.ThemeCode && old.ObjKey == found.ObjKey && old.OrgPath == found.OrgPath))
            .Where(found => found.FirstSeenAt > closed && found.FirstSeenAt <= until && found.TaskId == null && found.WhiteId == null && !found.Secret && Open.Contains(found.State))
            .OrderBy(found => found.FirstSeenAt).ThenBy(found => found.Id).ToListAsync(cancellation);
    }

    /// <summary>
    /// Puts what was found again into its order as further items, as far as there is room, each on the visit of the item that it repeats. Returns how many it took: what another task
    /// was quicker to take stays there.
    /// </summary>
    public static async ValueTask<int> JoinAsync(CommitSession session, Ids ids, AuditCase row, IReadOnlyList<CaseItem> items, IReadOnlyList<long> anomalies, int room)
    {
        var joined = 0;
        foreach (var id in anomalies.Take(room))
        {
            if (await session.FindLockedAsync<Anomaly>(id) is not { } found || !Is(found, row.ClosedAt!.Value))
            {
                continue;
            }

            found.Move(AnomalyEvent.ToHandle);
            found.Move(AnomalyEvent.Dispatch);
            (found.TaskId, found.CaseId) = (row.TaskId, row.Id);
            await session.UpdateAsync(found);
            await AddAsync(session, ids.Next(), row.Id, found, items);
            joined++;
        }

        return joined;
    }

    private static async ValueTask AddAsync(CommitSession session, long id, long caseId, Anomaly found, IReadOnlyList<CaseItem> items)
    {
        await session.InsertAsync(new CaseItem
        {
            Id = id, CaseId = caseId, AnomalyId = found.Id, HeldAnomalyId = found.Id, ObjKey = found.ObjKey, Metric = found.Metric, LimitValue = found.LimitValue,
        });
        if (items.FirstOrDefault(item => item.ObjKey == found.ObjKey) is { } before && await session.FindAsync<VisitItem>(before.Id) is { } visited)
        {
            await session.InsertAsync(new VisitItem { ItemId = id, VisitId = visited.VisitId, CaseId = caseId, ConsNo = visited.ConsNo });
        }
    }
}
