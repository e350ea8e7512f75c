using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// The commands of the engine. Each answers after its commit, and after what that commit made due on this host (children, stimuli, fan-in) has been
/// worked off too, so that a caller sees the consequences; if the host dies in between, the rows remain and are worked off later.
/// </summary>
public sealed class WorkflowRuntime
{
    private readonly TransitionRunner runner;
    private readonly DefinitionStore definitions;
    private readonly CommitDoor door;
    private readonly CommitServices services;

    internal WorkflowRuntime(TransitionRunner runner, DefinitionStore definitions, CommitDoor door, CommitServices services)
    {
        (this.runner, this.definitions, this.door, this.services) = (runner, definitions, door, services);
    }

    /// <summary>Starts an instance of the published version, or of the given one, if its definition's activation strategy allows.</summary>
    public async Task<RuntimeResult> StartAsync(StartRequest request, CancellationToken cancellationToken = default)
    {
        var definition = request.Version is { } version
            ? await definitions.FindAsync(request.DefinitionId, version, cancellationToken)
            : await definitions.FindPublishedAsync(request.DefinitionId, cancellationToken);
        if (definition is null)
        {
            return new RuntimeResult.Refused("not-found", $"There is no published version of {request.DefinitionId}.");
        }

        var id = request.InstanceId ?? services.Ids.Next().ToString("x14", CultureInfo.InvariantCulture);
        var start = Starting.Request(definition, id, request.Input, request.CorrelationId, parentInstanceId: null, fanInId: null, request.Actor, services);
        return await RunAsync(start with { RequestKey = request.RequestKey, Also = request.Also }, cancellationToken);
    }

    /// <summary>Answers one bookmark. "gone" if it was answered, timed out or cancelled before.</summary>
    public Task<RuntimeResult> ResumeAsync(ResumeRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(Of(request.InstanceId, new Stimulus.ResumeBookmark(request.BookmarkId, request.Payload), request), cancellationToken);

    /// <summary>Delivers a stimulus by name and key to everybody who waits for it, or parks it for the first who will.</summary>
    public async Task<RuntimeResult> SignalAsync(SignalRequest request, CancellationToken cancellationToken = default)
    {
        try
        {
            SqlCommitSession? used = null;
            var count = await door.RunAsync(request.Actor, async session =>
            {
                used = (SqlCommitSession)session;
                if (request.RequestKey is { } key)
                {
                    await session.InsertAsync(new RequestKeyRow { RequestKey = key, CommittedAt = session.Now });
                }

                if (request.Also is { } also)
                {
                    await also(session);
                }

                return await Signals.DeliverAsync(session, new QueuedStimulus(request.Name, request.Payload) { Key = request.Key, CorrelationId = request.CorrelationId }, services.Ids);
            }, cancellationToken);
            await used!.Delivery;
            return new RuntimeResult.Landed("", count, count == 0 ? "Parked" : "Delivered");
        }
        catch (StaleWriteException) when (request.RequestKey is not null)
        {
            return new RuntimeResult.Repeated("");
        }
    }

    /// <summary>Ends an instance by a person's decision; its bookmarks, timers and work items end with it.</summary>
    public Task<RuntimeResult> CancelAsync(string instanceId, string actor, string? reason, CancellationToken cancellationToken = default) =>
        RunAsync(new TransitionRequest(instanceId, new Stimulus.Cancel(reason), actor), cancellationToken);

    /// <summary>Runs a failed activity instance again, once.</summary>
    public Task<RuntimeResult> RetryAsync(string instanceId, string activityInstanceId, string actor, CancellationToken cancellationToken = default) =>
        RunAsync(new TransitionRequest(instanceId, new Stimulus.Retry(activityInstanceId), actor), cancellationToken);

    /// <summary>Leaves an activity instance, failed or waiting, by an outcome without running it.</summary>
    public Task<RuntimeResult> SkipAsync(string instanceId, string activityInstanceId, string outcome, string actor, CancellationToken cancellationToken = default) =>
        RunAsync(new TransitionRequest(instanceId, new Stimulus.Skip(activityInstanceId, outcome), actor), cancellationToken);

    /// <summary>Sets a variable of the workflow; nothing runs.</summary>
    public Task<RuntimeResult> EditVariableAsync(string instanceId, string name, JsonNode? value, string actor, CancellationToken cancellationToken = default) =>
        RunAsync(new TransitionRequest(instanceId, new Stimulus.EditVariable(name, value), actor), cancellationToken);

    /// <summary>Takes a live activity instance away and enters another node of the same container instead.</summary>
    public Task<RuntimeResult> MoveTokenAsync(string instanceId, string activityInstanceId, string toActivityId, string actor, CancellationToken cancellationToken = default) =>
        RunAsync(new TransitionRequest(instanceId, new Stimulus.MoveToken(activityInstanceId, toActivityId), actor), cancellationToken);

    private static TransitionRequest Of(string instanceId, Stimulus stimulus, RuntimeRequest request) =>
        new(instanceId, stimulus, request.Actor) { RequestKey = request.RequestKey, Also = request.Also };

    private async Task<RuntimeResult> RunAsync(TransitionRequest request, CancellationToken cancellationToken)
    {
        var (result, delivery) = await runner.RunAsync(request, cancellationToken);
        await delivery;
        return result;
    }
}
