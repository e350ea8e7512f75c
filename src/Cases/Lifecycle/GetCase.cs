using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>GET /api/cases/{id}: everything about one case but its history.</summary>
public sealed class GetCase(CaseDbContext db, FormLibrary forms, ThemeNames themes, WorkingCalendar calendar, TimeProvider time)
{
    public sealed record TaskRef(long Id, string Number);

    public sealed record ItemLine(long Id, string ObjKey, decimal Metric, decimal LimitValue, string? Conclusion, long AnomalyId, string? OwnConclusion);

    public sealed record OpenItem(string Id, string Title, string RoleName, bool CanAnswer, DateTime? DueAt, DateTime? StoppedAt);

    /// <param name="Sealed">Somebody else's opinion that is not open yet: form, answers, outcome and comment are withheld.</param>
    public sealed record AnswerLine(
        string WorkItemId, string Title, string FormKey, int FormVersion, JsonNode? Form, JsonNode? Answers, string? Outcome, string? Comment, string By, DateTime? At, bool Sealed);

    public sealed record Answer(
        long Id, string Number, string Title, string ThemeCode, int ThemeVersion, string ThemeName, string Specialty, string Level, string Urgency,
        string OrgNo, string OrgName, string Stage, string State, DateTime? DueAt, DateTime? DueSoonAt, bool Overdue, int EscalationLevel, int Returns,
        string? Conclusion, string? RootCause, decimal RecoveredYuan, decimal? Score, DateTime CreatedAt, DateTime? ClosedAt,
        TaskRef? Task, IReadOnlyList<ItemLine> Items, IReadOnlyList<EvidenceLine> Evidence, IReadOnlyList<OpenItem> OpenWorkItems,
        IReadOnlyList<CaseStages.Step> Stages, IReadOnlyList<AnswerLine> Answers, IReadOnlyList<AskedTogether.Summary> Summaries, bool MayConcludeItems, int Reopenings, bool MayCancel, bool MayReopen);

    public static void Map(RouteGroupBuilder api) => api
        .MapGet("/cases/{id:long}", (long id, GetCase door, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
            door.HandleAsync(id, me, Texts.LanguageOf(context), cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("cases.get");

    public async Task<IResult> HandleAsync(long id, CurrentAccount me, string language, CancellationToken cancellation = default)
    {
        var row = await db.Set<AuditCase>().AsNoTracking().SingleOrDefaultAsync(audited => audited.Id == id, cancellation);
        if (row is null || !me.Sees(row.OrgPath))
        {
            return Problem.NotFound();
        }

        var (own, taskSubject) = (SubjectRef.Case(id).ToString(), SubjectRef.Task(row.TaskId).ToString());
        var asked = await db.Set<WorkItem>().AsNoTracking().Where(item => item.Subject == own || item.Subject == taskSubject)
            .OrderBy(item => item.OpenedAt).ThenBy(item => item.Id).ToListAsync(cancellation);
        var files = await db.Set<EvidenceFile>().AsNoTracking().Where(file => file.CaseId == id).OrderBy(file => file.Id).ToListAsync(cancellation);
        var people = await PeopleAsync(asked.Select(item => item.CompletedBy ?? 0).Concat(files.Select(file => file.UploadedBy)), cancellation);
        var names = await OrgNames.ReadAsync(db, [row.OrgPath], cancellation);
        var ofCase = asked.Where(item => item.Subject == own).ToList();
        var hidden = AskedTogether.Sealed(ofCase, me.Id, time.GetUtcNow().UtcDateTime);
        var task = await db.Set<AuditTask>().Where(owner => owner.Id == row.TaskId).Select(owner => new TaskRef(owner.Id, owner.Number)).SingleOrDefaultAsync(cancellation);
        return Results.Ok(new Answer(
            row.Id, row.Number, themes.Title(row.Title, row.ThemeCode, language), row.ThemeCode, row.ThemeVersion, themes.Name(row.ThemeCode, language), row.Specialty, row.Level, row.Urgency,
            row.OrgNo, names.GetValueOrDefault(row.OrgPath, row.OrgNo), row.Stage, row.State, row.DueAt, calendar.SoonBefore(row.DueAt), row.Overdue, row.EscalationLevel, row.Returns,
            row.Conclusion, CauseLabel(row.RootCause, ofCase, language), row.RecoveredYuan, row.Score, row.CreatedAt, row.ClosedAt,
            task, await ItemsAsync(id, cancellation), [.. files.Select(file => EvidenceLine.Of(file, people.GetValueOrDefault(file.UploadedBy, "")))],
            [.. ofCase.Where(item => item.State == WorkItemStates.Open).Select(item => new OpenItem(item.Id, StepNames.Of(item, language), item.RoleName, WorkItemAccess.CanAnswer(item, me), item.DueAt, item.StoppedAt))],
            CaseStages.Of(row.Stage, Answered(asked, row)),
            [.. ofCase.Where(item => item.State == WorkItemStates.Completed).OrderBy(item => item.CompletedAt).Select(item => AnswerOf(item, people, language, hidden.Contains(item.Id)))],
            AskedTogether.Summaries(ofCase), ConcludeItems.May(ofCase, me), row.Reopenings,
            me.Has(Permissions.CaseCancel) && CancelCase.Refuse(row) is null, me.Has(Permissions.CaseReopen) && ReopenCase.May(row)));
    }

    /// <summary>Monitor and task may pass without a question; a case that exists has them behind it.</summary>
    private static IEnumerable<(string Stage, DateTime At)> Answered(IEnumerable<WorkItem> asked, AuditCase row) => asked
        .Where(item => item.State == WorkItemStates.Completed).Select(item => (item.Stage, item.CompletedAt!.Value))
        .Concat([("monitor", row.CreatedAt), ("task", row.CreatedAt)]);

    private async Task<IReadOnlyList<ItemLine>> ItemsAsync(long id, CancellationToken cancellation) =>
        await db.Set<CaseItem>().AsNoTracking().Where(item => item.CaseId == id).OrderBy(item => item.Id)
            .Select(item => new ItemLine(item.Id, item.ObjKey, item.Metric, item.LimitValue, item.Conclusion, item.AnomalyId, item.OwnConclusion)).ToListAsync(cancellation);

    private Task<Dictionary<long, string>> PeopleAsync(IEnumerable<long> accountIds, CancellationToken cancellation)
    {
        var ids = accountIds.Distinct().ToList();
        return db.Users.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
    }

    private AnswerLine AnswerOf(WorkItem item, Dictionary<long, string> people, string language, bool isSealed)
    {
        var line = new AnswerLine(
            item.Id, StepNames.Of(item, language), item.FormKey, item.FormVersion, forms.Find(item.FormKey, item.FormVersion)?.Source.DeepClone(),
            item.AnswersJson is null ? null : JsonNode.Parse(item.AnswersJson), StepNames.OutcomeOf(item, language), item.Comment, people.GetValueOrDefault(item.CompletedBy ?? 0, ""), item.CompletedAt, isSealed);
        return isSealed ? line with { Form = null, Answers = null, Outcome = null, Comment = null } : line;
    }

    /// <summary>The coded cause in words, from the newest form that asked for it.</summary>
    private string? CauseLabel(string? code, IEnumerable<WorkItem> asked, string language)
    {
        var label = asked.Reverse().Select(item => forms.Find(item.FormKey, item.FormVersion))
            .SelectMany(form => new[] { form?.Field("rootCause"), form?.Field("cause") })
            .Select(field => field?.Options.FirstOrDefault(option => option.Value == code)?.Label).FirstOrDefault(found => found is not null);
        return label is null ? code : language == "en" ? label.En : label.Zh;
    }
}
