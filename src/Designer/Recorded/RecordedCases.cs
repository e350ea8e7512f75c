using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Recorded;

/// <summary>Reads the histories of a page of cases: four reads by key, whatever their number.</summary>
public static class RecordedCases
{
    public static async Task<List<RecordedCase>> ReadAsync(CaseDbContext db, IReadOnlyList<CaseRef> page, CancellationToken cancellation)
    {
        var steps = await CaseScope.StepsAsync(db, page, cancellation);
        var answers = await AnswersAsync(db, page, cancellation);
        var inputs = await InputsAsync(db, page, cancellation);
        var ids = page.Select(each => each.Id).ToList();
        var files = await db.Set<EvidenceFile>().Where(file => ids.Contains(file.CaseId)).GroupBy(file => file.CaseId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return [.. page.Select(each => new RecordedCase(each, inputs.GetValueOrDefault(each.InstanceId) ?? [], [.. answers[each.Subject]], [.. steps[each.Subject]], files.GetValueOrDefault(each.Id)))];
    }

    private static async Task<ILookup<string, RecordedAnswer>> AnswersAsync(CaseDbContext db, IReadOnlyList<CaseRef> page, CancellationToken cancellation)
    {
        var subjects = page.Select(each => each.Subject).ToList();
        var rows = await db.Set<WorkItem>().AsNoTracking().Where(item => subjects.Contains(item.Subject) && item.State == WorkItemStates.Completed)
            .Select(item => new { item.Subject, item.ActivityId, item.Outcome, item.Comment, item.AnswersJson, item.CompletedBy, item.OpenedAt, item.CompletedAt, item.DueAt })
            .ToListAsync(cancellation);
        return rows.OrderBy(item => item.CompletedAt).ToLookup(item => item.Subject, item => new RecordedAnswer(
            item.ActivityId, item.Outcome ?? "", item.Comment, JsonSerializer.Deserialize<JsonObject>(item.AnswersJson ?? "{}") ?? [], item.CompletedBy ?? 0,
            item.OpenedAt, item.CompletedAt ?? item.OpenedAt, item.DueAt));
    }

    // The state of an ended instance holds hardly more than what it was started with.
    private static async Task<Dictionary<string, JsonObject?>> InputsAsync(CaseDbContext db, IReadOnlyList<CaseRef> page, CancellationToken cancellation)
    {
        var ids = page.Select(each => each.InstanceId).ToList();
        var rows = await db.Set<InstanceRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.State }).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => JsonNode.Parse(row.State)?["in"]?.DeepClone() as JsonObject);
    }
}
