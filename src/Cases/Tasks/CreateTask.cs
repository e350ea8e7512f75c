using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Notifications;
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
/// POST /api/tasks: the analyst puts anomalies into a task. Task row, the mark on every anomaly and the start of the lifecycle are one commit;
/// an anomaly that is in another task, or judged not worth it, refuses the whole request, so that nothing is dispatched twice.
/// </summary>
public sealed class CreateTask(CaseDbContext db, WorkflowRuntime runtime, Ids ids)
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

        var task = Draft(request, ids.Next(), me, origin);
        var start = new StartRequest(DefinitionId, new JsonObject { ["taskId"] = task.Id })
        {
            Actor = me.Actor,
            RequestKey = $"task/{me.Actor}/{request.RequestKey}",
            CorrelationId = SubjectRef.Task(task.Id).ToString(),
            Also = session => WriteAsync(session, task, chosen, origin),
        };
        return await runtime.StartAsync(start, cancellation) switch
        {
            RuntimeResult.Repeated repeated => Answer(await db.Set<AuditTask>().AsNoTracking().SingleAsync(row => row.InstanceId == repeated.InstanceId, cancellation)),
            RuntimeResult.Refused refused => Problem.Conflict("lifecycle-refused", refused.Reason),
            _ => Answer(task),
        };
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

    private static async ValueTask WriteAsync(CommitSession session, AuditTask task, List<long> anomalyIds, TaskOrigin? origin)
    {
        task.CreatedAt = session.Now;
        task.Number = await Numbers.NextAsync(session, $"RW-{task.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(task);
        var taken = anomalyIds.Count - await AnomalyMarks.TakeAsync(session, task.Id, anomalyIds);
        if (taken > 0)
        {
            throw new ProblemException(Problem.Conflict("anomaly-taken", taken));
        }

        await session.AppendHistoryAsync(SubjectRef.Task(task.Id).ToString(), "task.created", new JsonObject
        {
            ["number"] = task.Number,
            ["title"] = task.Title,
            ["anomalies"] = new JsonArray([.. anomalyIds.Select(id => JsonValue.Create(id))]),
        });
        if (origin is not null)
        {
            await origin.Also(session, task);
        }

        session.Announce(Topics.ToOrg(task.OrgPath, Topics.Anomalies));
    }

    private static IResult Answer(AuditTask task) => Results.Created($"/api/tasks/{task.Id}", new Created(task.Id, task.Number));
}
