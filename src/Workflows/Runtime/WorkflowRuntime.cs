using System.Globalization;
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
    private readonly SuspensionHook[] hooks;

    internal WorkflowRuntime(TransitionRunner runner, DefinitionStore definitions, CommitDoor door, CommitServices services, IEnumerable<SuspensionHook> hooks)
    {
        (this.runner, this.definitions, this.door, this.services, this.hooks) = (runner, definitions, door, services, [.. hooks]);
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

    /// <summary>
    /// Answers one bookmark. "gone" if it was answered, timed out or cancelled before. While the instance is suspended it is refused as "suspended", or
    /// waits in the outbox (status "Held") if the request allows it.
    /// </summary>
    public async Task<RuntimeResult> ResumeAsync(ResumeRequest request, CancellationToken cancellationToken = default)
    {
        var result = await RunAsync(Of(request.InstanceId, new Stimulus.ResumeBookmark(request.BookmarkId, request.Payload), request), cancellationToken);
        return result is RuntimeResult.Refused { Code: Refusal.Suspended } && request.MayWait ? await HoldAsync(request, cancellationToken) : result;
    }

    /// <summary>Delivers a stimulus by name and key to everybody who waits for it, or parks it for the first who will.</summary>
    public Task<RuntimeResult> SignalAsync(SignalRequest request, CancellationToken cancellationToken = default) => CommandAsync(request, "", async session =>
    {
        if (request.Also is { } also)
        {
            await also(session);
        }

        var stimulus = new QueuedStimulus(request.Name, request.Payload) { Key = request.Key, CorrelationId = request.CorrelationId };
        var count = await Signals.DeliverAsync(session, stimulus, services);
        return new RuntimeResult.Landed("", count, count == 0 ? "Parked" : "Delivered");
    }, cancellationToken);

    /// <summary>What a person does to an instance that stands wrong; also to one that is suspended.</summary>
    public Task<RuntimeResult> RepairAsync(RepairRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(Of(request.InstanceId, request.Stimulus, request) with { Comment = request.Reason }, cancellationToken);

    /// <summary>Ends an instance by a person's decision; its bookmarks, timers and work items end with it.</summary>
    public Task<RuntimeResult> CancelAsync(string instanceId, string actor, string? reason, CancellationToken cancellationToken = default) =>
        RepairAsync(new RepairRequest(instanceId, new Stimulus.Cancel(reason)) { Actor = actor, Reason = reason }, cancellationToken);

    /// <summary>From its commit on nothing moves the instance but a person's repair; stimuli and timers wait.</summary>
    public Task<RuntimeResult> SuspendAsync(SuspendRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, request.InstanceId, session => Suspension.SuspendAsync(session, request, hooks), cancellationToken);

    /// <summary>Lifts a suspension; what came meanwhile is delivered, timers that came due fire.</summary>
    public Task<RuntimeResult> ContinueAsync(SuspendRequest request, CancellationToken cancellationToken = default) =>
        CommandAsync(request, request.InstanceId, session => Suspension.LiftAsync(session, request, services, hooks), cancellationToken);

    /// <summary>One commit of the host, protected by the caller's key; answered when what it made due is worked off on this host, or at once if it says so.</summary>
    public Task<RuntimeResult> CommitAsync(HostRequest request, CancellationToken cancellationToken = default) => CommandAsync(request, request.Subject, async session =>
    {
        await request.Also!(session);
        return new RuntimeResult.Landed(request.Subject, 0, "Committed");
    }, cancellationToken);

    private static TransitionRequest Of(string instanceId, Stimulus stimulus, RuntimeRequest request) =>
        new(instanceId, stimulus, request.Actor) { RequestKey = request.RequestKey, Also = request.Also };

    // Queued like any stimulus: whoever delivers it decides under the instance's lock whether it still has to wait.
    private Task<RuntimeResult> HoldAsync(ResumeRequest request, CancellationToken cancellationToken) => CommandAsync(request, request.InstanceId, async session =>
    {
        await session.EnqueueAsync(new QueuedStimulus("answer", request.Payload) { InstanceId = request.InstanceId, BookmarkId = request.BookmarkId });
        return new RuntimeResult.Landed(request.InstanceId, 0, "Held");
    }, cancellationToken);

    /// <summary>A command that is no transition: one commit, protected by the caller's key. A refusal keeps nothing, the key included.</summary>
    private async Task<RuntimeResult> CommandAsync(RuntimeRequest request, string instanceId, Func<CommitSession, ValueTask<RuntimeResult>> work, CancellationToken cancellationToken)
    {
        try
        {
            SqlCommitSession? used = null;
            var result = await door.RunAsync(request.Actor, async session =>
            {
                used = (SqlCommitSession)session;
                if (request.RequestKey is { } key)
                {
                    await session.InsertAsync(new RequestKeyRow { RequestKey = key, InstanceId = instanceId, CommittedAt = session.Now });
                }

                var answer = await work(session);
                if (answer is RuntimeResult.Refused && request.RequestKey is { } unused)
                {
                    await session.ExecuteAsync($"delete from request_key where request_key = {unused}");
                }

                return answer;
            }, cancellationToken);
            await (request is HostRequest { AnswersAtOnce: true } ? Task.CompletedTask : used!.Delivery);
            return result;
        }
        catch (StaleWriteException) when (request.RequestKey is not null)
        {
            return new RuntimeResult.Repeated(instanceId);
        }
    }

    private async Task<RuntimeResult> RunAsync(TransitionRequest request, CancellationToken cancellationToken)
    {
        var (result, delivery) = await runner.RunAsync(request, cancellationToken);
        await delivery;
        return result;
    }
}
