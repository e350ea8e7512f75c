using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Inbox;

/// <summary>GET /api/work-items/{id}: the question with its form, what is already known, and whether I may answer it.</summary>
public static class GetWorkItem
{
    public sealed record Answer(
        string Id, string Title, string Subject, string SubjectTitle, string SubjectKind, long SubjectId, string SubjectNumber, string Stage, string RoleName,
        string Urgency, DateTime OpenedAt, DateTime? DueAt, DateTime? DueSoonAt, DateTime? StoppedAt, string State, string OrgName, string? Outcome,
        int Version, JsonNode? Form, JsonNode? Outcomes, JsonNode Prefill, bool CanAnswer, JsonNode? Answers, string? Comment, SentBack.View? SentBack);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/work-items/{id}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("work-items.get");

    private static async Task<IResult> HandleAsync(
        string id, CaseDbContext db, CurrentAccount me, FormLibrary forms, ActivityCatalog catalog, WorkingCalendar calendar, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var row = await db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellation);
        if (row is null || !WorkItemAccess.CanSee(row, me))
        {
            return Problem.NotFound();
        }

        if (await IsSealedAsync(db, row, me, time.GetUtcNow().UtcDateTime, cancellation))
        {
            (row.Outcome, row.AnswersJson, row.Comment) = (null, null, null);
        }

        var form = forms.Find(row.FormKey, row.FormVersion);
        var line = WorkItemLine.Of(row, await OrgNames.ReadAsync(db, [row.UnitPath], cancellation), calendar, Texts.LanguageOf(context));
        return Results.Ok(new Answer(
            line.Id, line.Title, line.Subject, line.SubjectTitle, line.SubjectKind, line.SubjectId, line.SubjectNumber, line.Stage, line.RoleName,
            line.Urgency, line.OpenedAt, line.DueAt, line.DueSoonAt, line.StoppedAt, line.State, line.OrgName, line.Outcome,
            row.Version, form?.Source.DeepClone(), JsonNode.Parse(row.OutcomesJson), await PrefillAsync(db, row, form, me, catalog, cancellation),
            WorkItemAccess.CanAnswer(row, me), row.AnswersJson is null ? null : JsonNode.Parse(row.AnswersJson), row.Comment,
            await SentBack.OfAsync(db, row, catalog, Texts.LanguageOf(context), cancellation)));
    }

    /// <summary>
    /// What the person need not type again: the earlier answer to this form of this subject, else what the case or task already says. Whoever sent the subject
    /// back judges it anew: the reason of that round would otherwise stand in the record of the next.
    /// </summary>
    private static async Task<JsonObject> PrefillAsync(CaseDbContext db, WorkItem row, FormDefinition? form, CurrentAccount me, ActivityCatalog catalog, CancellationToken cancellation)
    {
        if (form is null || row.State != WorkItemStates.Open)
        {
            return [];
        }

        // Where several are asked, each begins with their own words and never with those of another.
        var alone = catalog.Find(row.ActivityType) is JointActivity;
        // What was passed before the subject was taken up again is no answer to whether it passes now; the reply itself is worth going on from.
        var works = AuditActivities.Work.Contains(row.ActivityType);
        var earlier = await db.Set<WorkItem>().AsNoTracking()
            .Where(item => item.Subject == row.Subject && item.FormKey == row.FormKey && item.State == WorkItemStates.Completed && (!alone || item.CompletedBy == me.Id))
            .Where(item => works || item.InstanceId == row.InstanceId)
            .OrderByDescending(item => item.CompletedAt).Select(item => new { item.AnswersJson, item.OutcomesJson, item.Outcome }).FirstOrDefaultAsync(cancellation);
        var known = earlier?.AnswersJson is { } answers && WentOn(earlier.OutcomesJson, earlier.Outcome)
            ? JsonSerializer.Deserialize<JsonObject>(answers)!
            : await KnownAsync(db, SubjectRef.Parse(row.Subject), form, me, cancellation);
        return new JsonObject(known.Where(pair => pair.Value is not null && form.Field(pair.Key) is not null)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
    }

    /// <summary>Whether an outcome was the one that a step is there for; where none is marked so, every one is.</summary>
    /// <param name="outcomesJson">The outcomes that were offered, as the work item keeps them.</param>
    public static bool WentOn(string outcomesJson, string? outcome)
    {
        var primary = JsonNode.Parse(outcomesJson)!.AsArray().Where(option => option?["primary"]?.GetValue<bool>() == true).Select(option => option!["value"]?.ToString()).ToList();
        return primary.Count == 0 || primary.Contains(outcome);
    }

    private static async Task<bool> IsSealedAsync(CaseDbContext db, WorkItem row, CurrentAccount me, DateTime now, CancellationToken cancellation)
    {
        if (row.ActivityType != ExpertReview.TypeName || row.State != WorkItemStates.Completed)
        {
            return false;
        }

        var round = AskedTogether.RoundOf(row.Id);
        var items = await db.Set<WorkItem>().AsNoTracking().Where(item => item.Subject == row.Subject && item.Id.StartsWith(round)).ToListAsync(cancellation);
        return AskedTogether.Sealed(items, me.Id, now).Contains(row.Id);
    }

    private static async Task<JsonObject> KnownAsync(CaseDbContext db, SubjectRef subject, FormDefinition form, CurrentAccount me, CancellationToken cancellation)
    {
        if (subject.IsTask)
        {
            var task = await db.Set<AuditTask>().AsNoTracking().SingleAsync(row => row.Id == subject.Id, cancellation);
            return Sourced(form, new() { ["title"] = task.Title, ["type"] = task.Type, ["urgency"] = task.Urgency }, new() { ["title"] = task.Title, ["urgency"] = task.Urgency, ["personName"] = me.DisplayName });
        }

        var audited = await db.Set<AuditCase>().AsNoTracking().SingleAsync(row => row.Id == subject.Id, cancellation);
        return Sourced(form, Conclusions.IsConfirmed(audited.Conclusion) ? new() { ["rootCause"] = audited.RootCause } : [], new()
        {
            ["title"] = audited.Title, ["urgency"] = audited.Urgency, ["conclusion"] = audited.Conclusion, ["rootCause"] = audited.RootCause,
            ["recoveredYuan"] = audited.RecoveredYuan, ["personName"] = me.DisplayName,
        });
    }

    /// <summary>What fields of these names know anyway, and what the form itself asks to start with.</summary>
    private static JsonObject Sourced(FormDefinition form, JsonObject byName, JsonObject sources)
    {
        foreach (var field in form.Fields.Where(field => field.Prefill is { } source && sources[source] is not null))
        {
            byName[field.Name] = sources[field.Prefill!]!.DeepClone();
        }

        return byName;
    }
}
