using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Inbox;

/// <summary>
/// Why a step stands open again: the words of the step that sent the subject back, or of who took a closed order up again. Whoever has to do it over reads them above the form.
/// </summary>
public static class SentBack
{
    /// <param name="Step">The step that sent it back; null for an order that was taken up again.</param>
    /// <param name="Cause">For one that was taken up again: "sample/7", "new-evidence", "recurrence".</param>
    public sealed record View(string? Step, string? Outcome, string? Cause, string By, DateTime At, string? Text);

    /// <summary>Null where the step is reached for the first time, or was reached by going on.</summary>
    public static async Task<View?> OfAsync(CaseDbContext db, WorkItem row, ActivityCatalog catalog, string language, CancellationToken cancellation)
    {
        if (row.State != WorkItemStates.Open)
        {
            return null;
        }

        var before = await db.Set<WorkItem>().AsNoTracking()
            .Where(item => item.Subject == row.Subject && item.InstanceId == row.InstanceId && item.State == WorkItemStates.Completed && item.CompletedAt <= row.OpenedAt)
            .OrderByDescending(item => item.CompletedAt).ThenByDescending(item => item.Id).FirstOrDefaultAsync(cancellation);
        // What several were asked together is nobody's own word.
        return before is null ? await TakenUpAsync(db, row.Subject, cancellation)
            : GetWorkItem.WentOn(before.OutcomesJson, before.Outcome) || catalog.Find(before.ActivityType) is JointActivity ? null
            : new(StepNames.Of(before, language), StepNames.OutcomeOf(before, language), null, await NameAsync(db, before.CompletedBy, cancellation), before.CompletedAt!.Value, before.Comment);
    }

    private static async Task<View?> TakenUpAsync(CaseDbContext db, string subject, CancellationToken cancellation)
    {
        var told = await db.Set<HistoryRow>().AsNoTracking().Where(line => line.Subject == subject && line.Kind == "case.reopened").OrderByDescending(line => line.Seq).FirstOrDefaultAsync(cancellation);
        if (told is null)
        {
            return null;
        }

        var data = JsonNode.Parse(told.Data);
        return new(null, null, data?["cause"]?.ToString(), await NameAsync(db, long.TryParse(told.Actor, out var by) ? by : null, cancellation), told.RecordedAt, data?["reason"]?.ToString());
    }

    private static async Task<string> NameAsync(CaseDbContext db, long? account, CancellationToken cancellation) =>
        await db.Users.Where(each => each.Id == account).Select(each => each.DisplayName).FirstOrDefaultAsync(cancellation) ?? "";
}
