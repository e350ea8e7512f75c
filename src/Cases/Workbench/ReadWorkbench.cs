using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Workbench;

/// <summary>GET /api/workbench: the counts of the first page. Each is one indexed count inside the own organisation; what a role may not read is counted as nothing.</summary>
public static class ReadWorkbench
{
    private const int RecentLines = 10;

    public sealed record InboxCounts(int Open, int DueToday, int Overdue);

    public sealed record AnomalyCounts(int New, int ToHandle, int InTask);

    public sealed record CaseCounts(int Open, int Overdue, int ClosedThisMonth);

    public sealed record StageCount(string Stage, int Count);

    public sealed record Recent(string Kind, string Subject, long SubjectId, string? Number, string Text, DateTime At);

    public sealed record Answer(
        InboxCounts Inbox, AnomalyCounts Anomalies, CaseCounts Cases, IReadOnlyList<StageCount> ByStage, IReadOnlyList<Recent> Recent, DataStamp? Data);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/workbench", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("workbench.read");

    private static async Task<Answer> HandleAsync(CaseDbContext db, CurrentAccount me, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new(
            await InboxAsync(db, me, now, cancellation),
            me.Has(Permissions.AnomalyRead) ? await AnomaliesAsync(db, me, cancellation) : new(0, 0, 0),
            me.Has(Permissions.CaseRead) ? await CasesAsync(db, me, now, cancellation) : new(0, 0, 0),
            me.Has(Permissions.CaseRead) ? await StagesAsync(db, me, cancellation) : [],
            await RecentAsync(db, me, Texts.LanguageOf(context), cancellation),
            await DataStamp.ReadAsync(db, cancellation));
    }

    private static async Task<InboxCounts> InboxAsync(CaseDbContext db, CurrentAccount me, DateTime now, CancellationToken cancellation)
    {
        var mine = ListWorkItems.Mine(db, me);
        var midnight = BusinessDay.EndOf(now);
        return new(
            await mine.CountAsync(cancellation),
            await mine.CountAsync(item => item.DueAt >= now && item.DueAt < midnight && item.StoppedAt == null, cancellation),
            await mine.CountAsync(item => item.DueAt < now && item.StoppedAt == null, cancellation));
    }

    private static async Task<AnomalyCounts> AnomaliesAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var counts = await db.Set<Anomaly>().AsNoTracking().SeenBy(me)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return new(counts.GetValueOrDefault(AnomalyStates.New), counts.GetValueOrDefault(AnomalyStates.ToHandle), counts.GetValueOrDefault(AnomalyStates.InTask));
    }

    private static async Task<CaseCounts> CasesAsync(CaseDbContext db, CurrentAccount me, DateTime now, CancellationToken cancellation)
    {
        var seen = db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath));
        var month = BusinessDay.StartOfMonth(now);
        return new(
            await seen.CountAsync(row => row.ClosedAt == null, cancellation),
            await seen.CountAsync(row => row.ClosedAt == null && row.Overdue, cancellation),
            await seen.CountAsync(row => row.ClosedAt >= month, cancellation));
    }

    private static async Task<IReadOnlyList<StageCount>> StagesAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation) =>
        await db.Set<AuditCase>().AsNoTracking().Where(row => row.OrgPath.StartsWith(me.OrgPath) && row.ClosedAt == null)
            .GroupBy(row => row.Stage).Select(group => new StageCount(group.Key, group.Count())).ToListAsync(cancellation);

    private static async Task<IReadOnlyList<Recent>> RecentAsync(CaseDbContext db, CurrentAccount me, string language, CancellationToken cancellation)
    {
        var rows = await db.Set<Notification>().AsNoTracking().Where(row => row.AccountId == me.Id).OrderByDescending(row => row.Id).Take(RecentLines).ToListAsync(cancellation);
        return [.. rows.Select(row => (row, line: ListNotifications.LineOf(row, language)))
            .Select(each => new Recent(each.row.Kind, each.line.SubjectKind, each.line.SubjectId, ListNotifications.FirstArgOf(each.row), each.line.Text, each.row.At))];
    }
}
