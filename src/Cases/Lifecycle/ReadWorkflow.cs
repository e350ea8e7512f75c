using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>GET /api/cases/{id}/workflow and /api/tasks/{id}/workflow: the flowchart of the version it runs on, where it has been and where it stands.</summary>
public sealed class ReadWorkflow(CaseDbContext db, DefinitionStore definitions)
{
    public sealed record IncidentLine(string ActivityId, string Reason);

    public sealed record Answer(
        string DefinitionId, int Version, JsonNode? Root, IReadOnlyList<string> Visited, IReadOnlyList<string> Current, IReadOnlyList<IncidentLine> Incidents);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/cases/{id:long}/workflow", (long id, ReadWorkflow door, CurrentAccount me, CancellationToken cancellation) =>
                door.HandleAsync(SubjectRef.Case(id), me, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("cases.workflow");
        api.MapGet("/tasks/{id:long}/workflow", (long id, ReadWorkflow door, CurrentAccount me, CancellationToken cancellation) =>
                door.HandleAsync(SubjectRef.Task(id), me, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.CaseRead)).WithName("tasks.workflow");
    }

    public async Task<IResult> HandleAsync(SubjectRef subject, CurrentAccount me, CancellationToken cancellation = default)
    {
        var name = subject.ToString();
        if (await SubjectPaths.FindAsync(db, subject, cancellation) is not { } path || !me.Sees(path)
            || await db.Set<InstanceRow>().AsNoTracking().Where(row => row.CorrelationId == name).OrderByDescending(row => row.CreatedAt)
                .Select(row => new { row.Id, row.DefinitionId, row.DefinitionVersion }).FirstOrDefaultAsync(cancellation) is not { } instance)
        {
            return Problem.NotFound();
        }

        var definition = await definitions.FindAsync(instance.DefinitionId, instance.DefinitionVersion, cancellation);
        var incidents = await db.Set<IncidentRow>().AsNoTracking().Where(row => row.InstanceId == instance.Id)
            .Select(row => new IncidentLine(row.ActivityId, row.Reason)).ToListAsync(cancellation);
        var waiting = await db.Set<BookmarkRow>().AsNoTracking().Where(row => row.InstanceId == instance.Id).Select(row => row.ActivityId).Distinct().ToListAsync(cancellation);
        var steps = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == name && row.Kind == "workflow.transition")
            .OrderBy(row => row.Seq).Select(row => row.Data).ToListAsync(cancellation);
        return Results.Ok(new Answer(
            instance.DefinitionId, instance.DefinitionVersion, definition?.Source.Root?.DeepClone(), Visited(steps),
            [.. waiting.Union(incidents.Select(incident => incident.ActivityId))], incidents));
    }

    /// <summary>Nodes that completed at least once, in the order of their first time. Pure.</summary>
    public static IReadOnlyList<string> Visited(IEnumerable<string> transitions) =>
    [
        .. transitions.SelectMany(data => JsonNode.Parse(data)?["log"] as JsonArray ?? [])
            .Select(line => line!.ToString().Split(' ')).Where(words => words is [_, "Completed", ..]).Select(words => words[0]).Distinct(),
    ];
}
