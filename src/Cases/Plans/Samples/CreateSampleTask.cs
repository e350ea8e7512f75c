using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>POST /api/samples/{id}/task: the task of a frozen sample, one and no more. What another task has already is left out and counted.</summary>
public static class CreateSampleTask
{
    public sealed record Request(string? Title, string? Urgency);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/samples/{id:long}/task", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.TaskCreate)).WithName("samples.task");

    private static async Task<IResult> HandleAsync(long id, Request request, CaseDbContext db, CreateTask door, CurrentAccount me, CancellationToken cancellation)
    {
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (sample is null)
        {
            return Problem.NotFound();
        }

        if (sample.State != SampleStates.Frozen || await db.Set<SampleItem>().AnyAsync(row => row.SampleId == id && row.AnomalyId == null, cancellation))
        {
            return Problem.Conflict("sample-not-frozen");
        }

        var free = await (from item in db.Set<SampleItem>()
                          join anomaly in AnomalyMarks.Free(db.Set<Anomaly>()) on item.AnomalyId equals anomaly.Id
                          where item.SampleId == id
                          orderby anomaly.Id
                          select anomaly.Id).ToListAsync(cancellation);
        if (free.Count == 0)
        {
            return Problem.Conflict("sample-taken");
        }

        var title = string.IsNullOrWhiteSpace(request.Title) ? sample.Title : request.Title;
        var task = new CreateTask.Request($"sample/{id}/{sample.Version}", title, SamplePurpose.Find(sample.Purpose)!.TaskType, request.Urgency ?? Urgencies.Normal, free);
        return await door.HandleAsync(task, me, new TaskOrigin(Subject(id), (session, made) => LinkAsync(session, id, made, sample.Drawn + sample.Picked - free.Count)), cancellation);
    }

    // The sample is read again inside the commit and its version is compared: of two tasks of one sample, one commit fails.
    private static async ValueTask LinkAsync(CommitSession session, long id, AuditTask task, int elsewhere)
    {
        var sample = (await session.FindAsync<Sample>(id))!;
        if (sample.State != SampleStates.Frozen)
        {
            throw new ProblemException(Problem.Conflict("sample-not-frozen"));
        }

        (sample.State, sample.TaskId) = (SampleStates.Tasked, task.Id);
        await session.UpdateAsync(sample);
        await session.AppendHistoryAsync(Subject(id), "sample.tasked", new JsonObject { ["task"] = task.Number, ["elsewhere"] = elsewhere });
        session.Announce("samples");
    }

    /// <summary>The task was withdrawn before it had all its anomalies: the sample it came from may have another. Nothing for a task that came from elsewhere.</summary>
    public static async ValueTask ReleaseAsync(CommitSession session, AuditTask task)
    {
        foreach (var sample in await session.QueryAsync<Sample>($"task_id = {task.Id}"))
        {
            (sample.State, sample.TaskId) = (SampleStates.Frozen, null);
            await session.UpdateAsync(sample);
            await session.AppendHistoryAsync(Subject(sample.Id), "sample.released", new JsonObject { ["task"] = task.Number });
            session.Announce("samples");
        }
    }

    private static string Subject(long id) => $"sample/{id}";
}
