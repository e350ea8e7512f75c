using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Workbench;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>The orders closed in a month as a population: each with its kind by the table of sampling, its theme and who handled it.</summary>
public static class ClosedOrders
{
    private const int Chunk = 500;

    public static async Task<IReadOnlyList<Member>> ReadAsync(CaseDbContext db, string ym, string orgPath, DateTime now, CancellationToken cancellation)
    {
        var first = DateOnly.ParseExact(ym + "01", "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var (from, to) = (BusinessDay.At(first, 0), BusinessDay.At(first.AddMonths(1), 0));
        var orders = await db.Set<AuditCase>().AsNoTracking().Where(row => row.ClosedAt >= from && row.ClosedAt < to && row.State == "closed" && row.OrgPath.StartsWith(orgPath))
            .OrderBy(row => row.Id).Take(SampleRules.MostMembers + 1).ToListAsync(cancellation);
        var handlers = await HandlersAsync(db, [.. orders.Select(row => row.Id)], cancellation);
        var failed = await FailedAsync(db, now.AddMonths(-OrderClass.MonthsAfterAFailure), cancellation);
        return [.. orders.Select(row => MemberOf(row, handlers.GetValueOrDefault(row.Id, ""), failed))];
    }

    private static Member MemberOf(AuditCase row, string handler, HashSet<string> failed) =>
        new(row.Number, row.OrgNo, row.Specialty, "", row.RecoveredYuan) { Class = OrderClass.Of(row, failed.Contains(handler)), Theme = row.ThemeCode, Handler = handler };

    /// <summary>Staff number of who replied last, by order.</summary>
    private static async Task<Dictionary<long, string>> HandlersAsync(CaseDbContext db, IReadOnlyList<long> orders, CancellationToken cancellation)
    {
        var found = new Dictionary<long, string>();
        foreach (var chunk in orders.Chunk(Chunk))
        {
            var subjects = chunk.Select(id => SubjectRef.Case(id).ToString()).ToList();
            var replies = await (from item in db.Set<WorkItem>().AsNoTracking()
                                 join account in db.Users on item.CompletedBy equals account.Id
                                 where subjects.Contains(item.Subject) && item.ActivityType == Handle.TypeName && item.State == WorkItemStates.Completed
                                 orderby item.CompletedAt
                                 select new { item.Subject, account.PersonNo }).ToListAsync(cancellation);
            replies.ForEach(reply => found[SubjectRef.Parse(reply.Subject).Id] = reply.PersonNo);
        }

        return found;
    }

    /// <summary>Everybody who handled an order that a sample failed since then.</summary>
    private static async Task<HashSet<string>> FailedAsync(CaseDbContext db, DateTime since, CancellationToken cancellation)
    {
        var items = await db.Set<SampleItem>().AsNoTracking().Where(item => item.GradedAt >= since && (item.Grade == SampleGrades.Fail || item.Grade == SampleGrades.Falsified))
            .Select(item => new { item.ObjKey, item.ReopenedCaseId, item.AnomalyId }).ToListAsync(cancellation);
        var carriers = items.Select(item => item.AnomalyId).OfType<long>().ToList();
        var numbers = items.Select(item => ReopenCase.FirstNumberOf(item.ObjKey)).ToList();
        var cases = await db.Set<AuditCase>().Where(row => numbers.Contains(row.Number) || db.Set<Anomaly>().Any(anomaly => carriers.Contains(anomaly.Id) && anomaly.CaseId == row.Id))
            .Select(row => row.Id).ToListAsync(cancellation);
        var handlers = await HandlersAsync(db, [.. cases.Concat(items.Select(item => item.ReopenedCaseId).OfType<long>()).Distinct()], cancellation);
        return [.. handlers.Values];
    }
}
