using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// POST /api/samples/{id}/grades: the result of one object of a frozen sample. It may be judged again; each word stays in the history. What fails goes back: the
/// closed order behind it, the sampled one or the one that its visit belongs to, is taken up again in the same commit. Who worked on that order cannot judge it.
/// A falsification is told to the directors above the unit and to the province.
/// </summary>
public static class GradeItem
{
    public sealed record Request(string? ObjKey, string? Grade, string? Note);

    /// <summary>What judging needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, WorkflowRuntime Runtime, ReopenCase Reopen, DefinitionStore Definitions, NotificationRows Notifications, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/samples/{id:long}/grades", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, request, services, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("samples.grade");

    private static async Task<IResult> HandleAsync(long id, Request request, Services services, CancellationToken cancellation)
    {
        var (db, runtime, reopen, definitions, notifications, me) = services;
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        var item = sample is null ? null : await db.Set<SampleItem>().AsNoTracking().FirstOrDefaultAsync(row => row.SampleId == id && row.ObjKey == request.ObjKey, cancellation);
        if (sample is null || item is null)
        {
            return Problem.NotFound();
        }

        if (SampleGrades.Refuse(sample.State, request.Grade, request.Note) is { } refusal)
        {
            return refusal == "sample-not-frozen" ? Problem.Conflict(refusal) : Problem.Unprocessable(refusal, SampleGrades.ShortestNote, SampleGrades.LongestNote);
        }

        var order = await OrderAsync(db, sample, item, cancellation);
        if (order is not null && await WorkedOnAsync(db, order.Id, me.PersonNo, cancellation))
        {
            return Problem.Conflict("sample-own");
        }

        if (SampleGrades.Fails(request.Grade) && await definitions.FindPublishedAsync(ReopenCase.DefinitionId, cancellation) is null)
        {
            return Problem.Conflict("lifecycle-refused", ReopenCase.DefinitionId);
        }

        await runtime.CommitAsync(new HostRequest($"sample/{id}") { Actor = me.Actor, Also = session => WriteAsync(session, sample, request, order?.Id, reopen, notifications) }, cancellation);
        return Results.NoContent();
    }

    /// <summary>The order that answers for an object: the sampled order itself, or the one whose item the object is.</summary>
    private static async Task<AuditCase?> OrderAsync(CaseDbContext db, Sample sample, SampleItem item, CancellationToken cancellation)
    {
        if (SamplePurpose.Find(sample.Purpose)!.Source == PopulationSource.ClosedOrders)
        {
            var (number, again) = (ReopenCase.FirstNumberOf(item.ObjKey), ReopenCase.FirstNumberOf(item.ObjKey) + "-R");
            return await db.Set<AuditCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Number == number || row.Number.StartsWith(again), cancellation);
        }

        var carried = db.Set<Anomaly>().Where(row => row.Id == item.AnomalyId).Select(row => row.CaseId);
        return await db.Set<AuditCase>().AsNoTracking().FirstOrDefaultAsync(row => carried.Contains(row.Id), cancellation);
    }

    private static Task<bool> WorkedOnAsync(CaseDbContext db, long caseId, string person, CancellationToken cancellation)
    {
        var subject = SubjectRef.Case(caseId).ToString();
        var accounts = db.Users.Where(account => account.PersonNo == person).Select(account => (long?)account.Id);
        return db.Set<WorkItem>().AnyAsync(row => row.Subject == subject && row.State == WorkItemStates.Completed && accounts.Contains(row.CompletedBy), cancellation);
    }

    private static async ValueTask WriteAsync(CommitSession session, Sample sample, Request request, long? order, ReopenCase reopen, NotificationRows notifications)
    {
        var item = (await session.FindAsync<SampleItem>(sample.Id, request.ObjKey!))!;
        var (before, note) = (item.Grade, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim());
        (item.Grade, item.GradeNote, item.GradedBy, item.GradedAt) = (request.Grade, note, session.Actor, session.Now);
        if (order is { } failed && SampleGrades.Fails(item.Grade) && !SampleGrades.Fails(before) && await reopen.WriteAsync(session, failed, $"sample/{sample.Id}", $"{sample.Number}：{note}"))
        {
            item.ReopenedCaseId = failed;
        }

        await session.UpdateAsync(item);
        await session.AppendHistoryAsync($"sample/{sample.Id}", "sample.graded", new JsonObject
        {
            ["object"] = item.ObjKey, ["grade"] = item.Grade, ["before"] = before, ["points"] = SampleGrades.PointsOf(item.Grade!), ["note"] = item.GradeNote, ["reopened"] = item.ReopenedCaseId,
        });
        if (item.Grade == SampleGrades.Falsified && before != SampleGrades.Falsified)
        {
            // 弄虚作假 is answered for above the unit: its directors and the province hear of it.
            foreach (var role in new[] { Roles.Director, Roles.ProvincialManager })
            {
                await notifications.AddAsync(session, role, item.OrgPath, "sample.falsified", [sample.Number, item.ObjKey, note ?? ""], $"sample/{sample.Id}");
            }
        }

        session.Announce("samples");
    }
}
