using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>One transition of one instance: whose, why, and what its commit must do besides.</summary>
internal sealed record TransitionRequest(string InstanceId, Stimulus Stimulus, string Actor)
{
    public string? RequestKey { get; init; }

    /// <summary>A person's reason, for the history.</summary>
    public string? Comment { get; init; }

    public Func<CommitSession, ValueTask>? Also { get; init; }

    /// <summary>Runs first: takes the outbox row or timer that this transition answers, so that it is answered once.</summary>
    public Func<CommitSession, ValueTask>? Claim { get; init; }

    /// <summary>What to do with a delivery that does not apply any more; it is committed with the claim.</summary>
    public Func<CommitSession, Refusal, ValueTask>? OnRefused { get; init; }

    /// <summary>Runs last, with what was decided and is being committed.</summary>
    public Func<CommitSession, Decision, ValueTask>? Then { get; init; }

    /// <summary>Set when the instance does not exist yet.</summary>
    public Snapshot? New { get; init; }
}

/// <summary>
/// Load, decide, commit. The decision is made before the commit from what this host knows; inside the commit the row's version is compared, and if
/// somebody was faster the row is locked, read and decided again there: a caller never sees a conflict.
/// </summary>
internal sealed class TransitionRunner(CommitDoor door, CommitServices services, DefinitionStore definitions, TransitionWriter writer, RuntimeOptions options)
{
    private readonly Func<DbContext, string, Task<InstanceRow?>> load = EF.CompileAsyncQuery(
        (DbContext context, string id) => context.Set<InstanceRow>().AsNoTracking().SingleOrDefault(row => row.Id == id));

    private readonly InstanceCache cache = new();
    private readonly InstanceLocks locks = new();

    /// <summary>Ends after the commit; <c>Delivery</c> ends when what it made due on this host is done too.</summary>
    public async Task<(RuntimeResult Result, Task Delivery)> RunAsync(TransitionRequest request, CancellationToken cancellationToken)
    {
        using var turn = await locks.TakeAsync(request.InstanceId, cancellationToken);
        if (await DecideAsync(request, cancellationToken) is not { } decision)
        {
            return (new RuntimeResult.Refused("not-found", $"There is no instance {request.InstanceId}."), Task.CompletedTask);
        }

        try
        {
            SqlCommitSession? used = null;
            var result = await door.RunAsync(request.Actor, session =>
            {
                used = (SqlCommitSession)session;
                return CommitAsync(session, request, decision);
            }, cancellationToken);
            return (result, used!.Delivery);
        }
        catch (StaleWriteException) when (request.RequestKey is not null || request.New is not null)
        {
            cache.Remove(request.InstanceId);
            if (await RepeatedAsync(request, cancellationToken) is { } repeated)
            {
                return (repeated, Task.CompletedTask);
            }

            throw;
        }
        catch (ActivationRefusedException refused)
        {
            return (new RuntimeResult.Refused("already-running", refused.Message), Task.CompletedTask);
        }
        catch
        {
            cache.Remove(request.InstanceId);
            throw;
        }
    }

    private async ValueTask<Decision?> DecideAsync(TransitionRequest request, CancellationToken cancellationToken)
    {
        var known = request.New ?? cache.Get(request.InstanceId);
        if (known is not null)
        {
            var decision = Deciding.Decide(known, request.Stimulus, Now, options.Zone);
            if (decision.Transition.Refused is null || request.New is not null)
            {
                return decision;
            }
        }

        // Another host may have moved the instance since: only the database may refuse.
        return await LoadAsync(request.InstanceId, cancellationToken) is { } stored ? Deciding.Decide(stored, request.Stimulus, Now, options.Zone) : null;
    }

    /// <summary>The instance was changed past this runner.</summary>
    public void Forget(string instanceId) => cache.Remove(instanceId);

    private DateTime Now => HistoryChain.Rounded(services.Time.GetUtcNow().UtcDateTime);

    private async ValueTask<RuntimeResult> CommitAsync(CommitSession session, TransitionRequest request, Decision decision)
    {
        if (request.Claim is { } claim)
        {
            await claim(session);
        }

        if (request.RequestKey is { } key)
        {
            await session.InsertAsync(new RequestKeyRow { RequestKey = key, InstanceId = request.InstanceId, CommittedAt = session.Now });
        }

        // A suspension may be lifted, a fault repaired at this very moment: only the locked row says whether the stimulus has to wait.
        if (decision.Transition.Refused is { MayPass: true } || (decision.Transition.Refused is null && !await WriteRowAsync(session, request, decision)))
        {
            decision = await DecideAgainAsync(session, request, decision);
            if (decision.Transition.Refused is null)
            {
                await session.UpdateAsync(decision.Row);
            }
        }

        if (decision.Transition.Refused is { } refusal)
        {
            return await RefusedAsync(session, request, refusal);
        }

        if (request.Also is { } also)
        {
            await also(session);
        }

        await writer.WriteAsync(session, decision with { Comment = request.Comment });
        if (request.Then is { } then)
        {
            await then(session, decision);
        }

        session.AfterCommit(() => cache.Put(decision.After));
        return new RuntimeResult.Landed(decision.Row.Id, decision.Row.Sequence, decision.Row.SubStatus);
    }

    private static async ValueTask<bool> WriteRowAsync(CommitSession session, TransitionRequest request, Decision decision)
    {
        if (request.New is null)
        {
            return await session.TryUpdateAsync(decision.Row);
        }

        await session.InsertAsync(decision.Row);
        return true;
    }

    // Somebody else was faster: from here on the row is locked, and what is decided now is what is written.
    private async ValueTask<Decision> DecideAgainAsync(CommitSession session, TransitionRequest request, Decision stale)
    {
        var row = await session.FindLockedAsync<InstanceRow>(request.InstanceId) ?? throw new StaleWriteException("workflow instance is gone");
        var definition = row.DefinitionVersion == stale.Before.Row.DefinitionVersion
            ? stale.Before.Definition
            : definitions.TryGet(row.DefinitionId, row.DefinitionVersion) ?? throw new StaleWriteException("workflow instance was migrated");
        return Deciding.Decide(Snapshot.Of(row, definition), request.Stimulus, session.Now, options.Zone);
    }

    // A refused delivery is over: its claim is committed. A refused command leaves nothing, not even its key.
    private static async ValueTask<RuntimeResult> RefusedAsync(CommitSession session, TransitionRequest request, Refusal refusal)
    {
        if (request.RequestKey is { } key)
        {
            await session.ExecuteAsync($"delete from request_key where request_key = {key}");
        }

        if (request.OnRefused is { } onRefused)
        {
            await onRefused(session, refusal);
        }

        return new RuntimeResult.Refused(refusal.Code, refusal.Reason);
    }

    private async Task<Snapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken)
    {
        await using var context = services.Contexts.Create();
        if (await load(context, instanceId) is not { } row)
        {
            return null;
        }

        var definition = await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken)
            ?? throw new InvalidOperationException($"Instance {instanceId} pins {row.DefinitionId} version {row.DefinitionVersion}, which is not in this database.");
        return Snapshot.Of(row, definition);
    }

    private async Task<RuntimeResult?> RepeatedAsync(TransitionRequest request, CancellationToken cancellationToken)
    {
        await using var context = services.Contexts.Create();
        if (request.RequestKey is { } key
            && await context.Set<RequestKeyRow>().AsNoTracking().SingleOrDefaultAsync(row => row.RequestKey == key, cancellationToken) is { } first)
        {
            return new RuntimeResult.Repeated(first.InstanceId);
        }

        return request.New is not null && await load(context, request.InstanceId) is not null
            ? new RuntimeResult.Refused("already-started", $"There is an instance {request.InstanceId} already.")
            : null;
    }
}
