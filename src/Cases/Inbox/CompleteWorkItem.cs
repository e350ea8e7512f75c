using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Inbox;

/// <summary>
/// POST /api/work-items/{id}/complete: the door every human answer comes through. Answer, work item, deadlines, history, case and the next question land in
/// the one commit of the transition. Posted twice it is applied once; posted on a step that somebody else answered it is told who.
/// </summary>
public sealed class CompleteWorkItem(CaseDbContext db, WorkflowRuntime runtime, FormLibrary forms, ActivityCatalog catalog)
{
    private const int LongestKey = 64;

    /// <param name="RequestKey">Made by the client once per form: a repeat with the same key is answered as the first one was.</param>
    /// <param name="Version">The version of the work item that the person saw.</param>
    public sealed record Request(string RequestKey, int Version, string Outcome, string? Comment, JsonObject? Answers);

    public sealed record Done(string Subject, string Stage, string State);

    public sealed record FieldError(string Field, string Code, string Message);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/work-items/{id}/complete", (string id, Request request, CompleteWorkItem door, CurrentAccount me, HttpContext context, CancellationToken cancellation) =>
            door.HandleAsync(id, request, me, Texts.LanguageOf(context), cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.WorkAnswer)).WithName("work-items.complete");

    public async Task<IResult> HandleAsync(string id, Request request, CurrentAccount me, string language, CancellationToken cancellation = default)
    {
        if (string.IsNullOrEmpty(request.RequestKey) || request.RequestKey.Length > LongestKey)
        {
            return new Problem(StatusCodes.Status400BadRequest, "bad-request");
        }

        var item = await db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null || !WorkItemAccess.CanSee(item, me))
        {
            return Problem.NotFound();
        }

        var key = $"work-item/{id}/{me.Actor}/{request.RequestKey}";
        if (item.State != WorkItemStates.Open || item.Version != request.Version)
        {
            return await WasMineAsync(key, cancellation) ? await PresentAsync(item, cancellation) : await GoneAsync(id, cancellation);
        }

        if (!WorkItemAccess.CanAnswer(item, me))
        {
            return Problem.Forbidden();
        }

        if (forms.Find(item.FormKey, item.FormVersion) is not { } form)
        {
            return Problem.Conflict("form-missing", item.FormKey, item.FormVersion);
        }

        var answer = new Answer(request.Outcome, request.Comment, FormRules.Clean(form, request.Answers ?? []), me.Id);
        var facts = await FactsAsync(item, answer, me, cancellation);
        var errors = Decide(item, form, catalog.Find(item.ActivityType) as HumanActivity, request.Answers ?? [], facts);
        return errors.Count > 0 ? Invalid(form, errors, language) : await ResumeAsync(item, answer, key, me, cancellation);
    }

    /// <summary>Everything that speaks against the answer; empty means it may land. Pure.</summary>
    public static IReadOnlyList<FormError> Decide(WorkItem item, FormDefinition form, HumanActivity? activity, JsonObject posted, AnswerFacts facts)
    {
        var outcome = JsonNode.Parse(item.OutcomesJson)!.AsArray().FirstOrDefault(option => option?["value"]?.ToString() == facts.Answer.Outcome);
        if (outcome is null)
        {
            return [new FormError("outcome", "choice")];
        }

        List<FormError> errors = [.. FormRules.Check(form, posted, facts.Answer.Outcome, facts.EvidenceCount)];
        if (outcome["commentRequired"]?.GetValue<bool>() == true && string.IsNullOrWhiteSpace(facts.Answer.Comment))
        {
            errors.Add(new("comment", "required"));
        }

        if (facts.Answer.Comment?.Length > 2000)
        {
            errors.Add(new("comment", "too-long", 2000));
        }

        errors.AddRange((activity?.Guard(facts) ?? []).Select(problem => new FormError(problem.Field ?? "", problem.Code)));
        return [.. errors.DistinctBy(error => error.Field)];
    }

    private async Task<IResult> ResumeAsync(WorkItem item, Answer answer, string key, CurrentAccount me, CancellationToken cancellation)
    {
        var resume = new ResumeRequest(item.InstanceId, item.BookmarkId, answer.ToPayload()) { Actor = me.Actor, RequestKey = key };
        return await runtime.ResumeAsync(resume, cancellation) switch
        {
            RuntimeResult.Refused { Code: Refusal.Suspended } => Problem.Conflict("work-suspended"),
            RuntimeResult.Refused => await GoneAsync(item.Id, cancellation),
            _ => await PresentAsync(item, cancellation),
        };
    }

    private async Task<AnswerFacts> FactsAsync(WorkItem item, Answer answer, CurrentAccount me, CancellationToken cancellation)
    {
        var subject = SubjectRef.Parse(item.Subject);
        var evidence = subject.IsCase ? await db.Set<EvidenceFile>().CountAsync(file => file.CaseId == subject.Id, cancellation) : 0;
        var answered = db.Set<WorkItem>().Where(row => row.Subject == item.Subject && row.State == WorkItemStates.Completed);
        var together = AskedTogether.RoundOf(item.Id);
        var worked = await PersonsAsync(answered.Where(row => AuditActivities.Work.Contains(row.ActivityType)), cancellation);
        if (subject.IsTask)
        {
            worked.UnionWith(await db.Users.Where(account => db.Set<AuditTask>().Any(task => task.Id == subject.Id && task.CreatedBy == account.Id)).Select(account => account.PersonNo).ToListAsync(cancellation));
        }

        return new(answer, evidence, me.PersonNo, worked)
        {
            ItemConclusions = subject.IsCase ? await db.Set<CaseItem>().Where(row => row.CaseId == subject.Id && row.OwnConclusion != null).Select(row => row.OwnConclusion!).Distinct().ToListAsync(cancellation) : [],
            AnsweredBy = await PersonsAsync(answered.Where(row => row.ActivityId == item.ActivityId && row.Id.StartsWith(together)), cancellation),
        };
    }

    private async Task<HashSet<string>> PersonsAsync(IQueryable<WorkItem> answered, CancellationToken cancellation) => await db.Users
        .Where(account => answered.Select(row => row.CompletedBy).Contains(account.Id)).Select(account => account.PersonNo).ToHashSetAsync(cancellation);

    private Task<bool> WasMineAsync(string key, CancellationToken cancellation) => db.Set<RequestKeyRow>().AnyAsync(row => row.RequestKey == key, cancellation);

    private async Task<IResult> PresentAsync(WorkItem item, CancellationToken cancellation)
    {
        var subject = SubjectRef.Parse(item.Subject);
        var present = subject.IsCase
            ? await db.Set<AuditCase>().Where(row => row.Id == subject.Id).Select(row => new Done(item.Subject, row.Stage, row.State)).SingleAsync(cancellation)
            : await db.Set<AuditTask>().Where(row => row.Id == subject.Id).Select(row => new Done(item.Subject, row.Stage, row.State)).SingleAsync(cancellation);
        return Results.Ok(present);
    }

    private async Task<IResult> GoneAsync(string id, CancellationToken cancellation)
    {
        var now = await db.Set<WorkItem>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        var by = await db.Users.Where(account => account.Id == now.CompletedBy).Select(account => account.DisplayName).FirstOrDefaultAsync(cancellation);
        return new Problem(StatusCodes.Status409Conflict, "work-item-gone")
        {
            More = { ["state"] = now.State, ["completedBy"] = by, ["completedAt"] = now.CompletedAt },
        };
    }

    private static Problem Invalid(FormDefinition form, IReadOnlyList<FormError> errors, string language) => new(StatusCodes.Status422UnprocessableEntity, "form-invalid")
    {
        More = { ["errors"] = errors.Select(error => new FieldError(error.Field, error.Code, MessageOf(form, error, language))).ToList() },
    };

    private static string MessageOf(FormDefinition form, FormError error, string language)
    {
        var label = form.Field(error.Field)?.Label;
        var name = label is null ? Texts.Get(language, "form.field." + error.Field) : language == "en" ? label.En : label.Zh;
        return Texts.Get(language, "form." + error.Code, name, error.Limit);
    }
}
