using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>All incidents of one kind: the same fault of the same node of the same version.</summary>
/// <param name="Outcome">Null runs the failed activities again; an outcome passes over them.</param>
public sealed record AlikeRequest(string DefinitionId, int DefinitionVersion, string ActivityId, string Code, string Actor, string? Outcome = null)
{
    /// <summary>Why; it stands in the history of each instance.</summary>
    public string? Reason { get; init; }

    /// <summary>Which of some instances the caller may touch; null for all.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlySet<string>>>? Allowed { get; init; }

    /// <summary>The caller's idempotency key: an incident that it acted on before is answered with what was done then.</summary>
    public string? RequestKey { get; init; }
}

/// <summary>How it went for one instance. "failed-again" means that the activity ran and failed once more.</summary>
public sealed record RepairedInstance(string InstanceId, string ActivityInstanceId, bool Done, string? Code, string? Reason);

/// <summary>
/// Repairs what failed alike: every instance in a transaction of its own, some at a time, each with its own answer. Read by key, and only what had failed when
/// the command began, so that an activity that fails again is not retried for ever.
/// </summary>
public sealed class AlikeRepair
{
    private const int PerChunk = 64;
    private const int AtOnce = 8;
    private readonly WorkflowRuntime runtime;
    private readonly CommitServices services;

    internal AlikeRepair(WorkflowRuntime runtime, CommitServices services) => (this.runtime, this.services) = (runtime, services);

    /// <summary>One answer per incident, in the order of the instances' ids.</summary>
    public async Task<IReadOnlyList<RepairedInstance>> RunAsync(AlikeRequest request, CancellationToken cancellationToken = default)
    {
        var before = services.Time.GetUtcNow().UtcDateTime;
        var results = new List<RepairedInstance>();
        (string Instance, string Activity) after = ("", "");
        while (await NextAsync(request, before, after, cancellationToken) is { Count: > 0 } chunk)
        {
            var allowed = request.Allowed is { } ask ? await ask([.. chunk.Select(incident => incident.InstanceId)], cancellationToken) : null;
            foreach (var few in chunk.Where(incident => allowed?.Contains(incident.InstanceId) != false).Chunk(AtOnce))
            {
                results.AddRange(await Task.WhenAll(few.Select(incident => OneAsync(request, incident, cancellationToken))));
            }

            after = (chunk[^1].InstanceId, chunk[^1].ActivityInstanceId);
        }

        return results;
    }

    private async Task<List<IncidentRow>> NextAsync(AlikeRequest request, DateTime before, (string Instance, string Activity) after, CancellationToken cancellationToken)
    {
        await using var context = services.Contexts.Create();
        var instances = context.Set<InstanceRow>().Where(row => row.DefinitionVersion == request.DefinitionVersion).Select(row => row.Id);
        return await context.Set<IncidentRow>()
            .FromSql($"select * from incident where instance_id > {after.Instance} or (instance_id = {after.Instance} and activity_instance_id > {after.Activity})").AsNoTracking()
            .Where(row => row.DefinitionId == request.DefinitionId && row.ActivityId == request.ActivityId && row.Code == request.Code && row.OccurredAt <= before)
            .Where(row => instances.Contains(row.InstanceId))
            .OrderBy(row => row.InstanceId).ThenBy(row => row.ActivityInstanceId).Take(PerChunk).ToListAsync(cancellationToken);
    }

    private async Task<RepairedInstance> OneAsync(AlikeRequest request, IncidentRow incident, CancellationToken cancellationToken)
    {
        Stimulus stimulus = request.Outcome is { } outcome ? new Stimulus.Skip(incident.ActivityInstanceId, outcome) : new Stimulus.Retry(incident.ActivityInstanceId);
        var result = await runtime.RepairAsync(new RepairRequest(incident.InstanceId, stimulus)
        {
            Actor = request.Actor,
            Reason = request.Reason,
            RequestKey = request.RequestKey is { } key ? $"{key}/{incident.ActivityInstanceId}" : null,
        }, cancellationToken);
        return result switch
        {
            RuntimeResult.Refused refused => new(incident.InstanceId, incident.ActivityInstanceId, false, refused.Code, refused.Reason),
            RuntimeResult.Repeated => new(incident.InstanceId, incident.ActivityInstanceId, true, "repeated", null),
            _ => await OutcomeAsync(incident, cancellationToken),
        };
    }

    private async Task<RepairedInstance> OutcomeAsync(IncidentRow incident, CancellationToken cancellationToken)
    {
        await using var context = services.Contexts.Create();
        var reason = await context.Set<IncidentRow>().Where(row => row.InstanceId == incident.InstanceId && row.ActivityInstanceId == incident.ActivityInstanceId)
            .Select(row => row.Reason).SingleOrDefaultAsync(cancellationToken);
        return new(incident.InstanceId, incident.ActivityInstanceId, reason is null, reason is null ? null : "failed-again", reason);
    }
}
