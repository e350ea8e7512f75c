using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Plans;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// POST /api/tasks: the analyst puts anomalies into a task. One short commit makes the task and queues the taking of its anomalies, which then goes on in chunks;
/// its lifecycle starts when it has them all. An anomaly that is in another task, or judged not worth it, refuses the whole request, so that nothing is dispatched twice.
/// </summary>
public sealed class CreateTask(CaseDbContext db, WorkflowRuntime runtime, DefinitionStore definitions, Ids ids)
{
    public const string DefinitionId = "audit-task";

    /// <summary>More is more than one task.</summary>
    public const int MostAnomalies = 5_000;

    public sealed record Request(string RequestKey, string Title, string Type, string Urgency, IReadOnlyList<long> AnomalyIds);

    public sealed record Created(long Id, string Number);

    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/tasks", (Request request, CreateTask door, CurrentAccount me, CancellationToken cancellation) => door.HandleAsync(request, me, cancellation))
        .RequireAuthorization(Permissions.Policy(Permissions.TaskCreate)).WithName("tasks.create");

    public Task<IResult> HandleAsync(Request request, CurrentAccount me, CancellationToken cancellation = default) => HandleAsync(request, me, null, cancellation);

    /// <summary>A task that comes from somewhere: what is written there is part of its commit.</summary>
    public async Task<IResult> HandleAsync(Request request, CurrentAccount me, TaskOrigin? origin, CancellationToken cancellation = default)
    {
        if (Check(request) is { } wrong)
        {
            return Problem.Unprocessable(wrong, MostAnomalies);
        }

        var chosen = request.AnomalyIds.Distinct().Order().ToList();
        if (await db.Set<Anomaly>().SeenBy(me).CountAsync(row => chosen.Contains(row.Id), cancellation) < chosen.Count)
        {
            return Problem.NotFound();
        }

        var key = $"task/{me.Actor}/{request.RequestKey}";
        if (await AnsweredAsync(key, cancellation) is { } answered)
        {
            return answered;
        }

        var busy = chosen.Count - await AnomalyMarks.Free(db.Set<Anomaly>()).CountAsync(row => chosen.Contains(row.Id), cancellation);
        return busy > 0 ? Problem.Conflict("anomaly-taken", busy)
            : await definitions.FindPublishedAsync(DefinitionId, cancellation) is null ? Problem.Conflict("lifecycle-refused", DefinitionId)
            : await MakeAsync(Draft(request, ids.Next(), me, origin), chosen, key, me, origin, cancellation);
    }

    /// <summary>Why the request cannot be a task; null when it can. Pure.</summary>
    public static string? Check(Request request) => request switch
    {
        { RequestKey: null or "" or { Length: > 64 } } => "bad-request",
        { Title: var title } when string.IsNullOrWhiteSpace(title) || title.Length > 200 => "task-title",
        { Type: var type } when !TaskTypes.IsKnown(type) => "task-type",
        { Urgency: var urgency } when !Urgencies.IsKnown(urgency) => "task-urgency",
        { AnomalyIds: null or { Count: 0 or > MostAnomalies } } => "task-anomalies",
        _ => null,
    };

    private static AuditTask Draft(Request request, long id, CurrentAccount me, TaskOrigin? origin) => new()
    {
        Id = id, Title = request.Title.Trim(), Type = request.Type, Urgency = request.Urgency, OrgNo = me.OrgNo, OrgPath = me.OrgPath, CreatedBy = me.Id,
        Origin = origin?.Subject,
    };

    // Answered when the chunks are through, or at once if another host does them: the state of the task says which.
    private async Task<IResult> MakeAsync(AuditTask task, List<long> chosen, string key, CurrentAccount me, TaskOrigin? origin, CancellationToken cancellation)
    {
        var subject = SubjectRef.Task(task.Id).ToString();
        await runtime.CommitAsync(new HostRequest(subject) { Actor = me.Actor, RequestKey = key, Also = session => WriteAsync(session, task, chosen, origin) }, cancellation);
        return await AnsweredAsync(key, cancellation) ?? throw new InvalidOperationException($"The request {key} left no trace.");
    }

    /// <summary>What the request of this key came to; null if there was none.</summary>
    private async Task<IResult?> AnsweredAsync(string key, CancellationToken cancellation)
    {
        if (await db.Set<RequestKeyRow>().AsNoTracking().Where(row => row.RequestKey == key).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellation) is not { } subject)
        {
            return null;
        }

        var id = SubjectRef.Parse(subject).Id;
        var task = await db.Set<AuditTask>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation);
        return task.State == AuditTask.Withdrawn
            ? Problem.Conflict("task-withdrawn", task.Number)
            : Results.Created($"/api/tasks/{task.Id}", new Created(task.Id, task.Number));
    }

    private static async ValueTask WriteAsync(CommitSession session, AuditTask task, List<long> anomalyIds, TaskOrigin? origin)
    {
        task.CreatedAt = session.Now;
        task.State = AuditTask.Collecting;
        task.Number = await Numbers.NextAsync(session, $"RW-{task.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(task);
        await session.AppendHistoryAsync(SubjectRef.Task(task.Id).ToString(), "task.created", new JsonObject
        {
            ["number"] = task.Number,
            ["title"] = task.Title,
            ["count"] = anomalyIds.Count,
        });
        if (origin is not null)
        {
            await origin.Also(session, task);
        }

        await session.EnqueueWorkAsync(CollectAnomalies.WorkName, null, CollectAnomalies.DataOf(task.Id, anomalyIds));
    }
}
