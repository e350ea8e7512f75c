using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What a person decides about one letter, and why.</summary>
/// <param name="Kind">One of <see cref="LetterKinds"/>.</param>
/// <param name="Id">Key of the row; for a timer the instance and the bookmark with a line between them, for a trigger the definition and the node.</param>
public sealed record LetterRequest(string Kind, string Id, string Actor, string? Reason);

/// <summary>Kinds of letters: the table that holds them.</summary>
public static class LetterKinds
{
    public const string Stimulus = "stimulus";
    public const string Outbox = "outbox";
    public const string Timer = "timer";
    public const string Trigger = "trigger";
}

/// <summary>
/// What nobody takes: stimuli whose instance has ended, deliveries and timers that failed too often. Nothing of it expires and nothing is dropped; a person
/// delivers it again or dismisses it with a reason, and the history of its subject says so.
/// </summary>
public sealed class DeadLetters
{
    private readonly CommitDoor door;
    private readonly CommitServices services;

    internal DeadLetters(CommitDoor door, CommitServices services) => (this.door, this.services) = (door, services);

    /// <summary>Delivers the letter again. A stimulus for an instance that has ended is refused: it can only be dismissed.</summary>
    public Task<RuntimeResult> ReleaseAsync(LetterRequest request, CancellationToken cancellationToken = default) => RunAsync(request, "dead-letter.released", async (session, letter) =>
    {
        if (letter.Parked is { } parked)
        {
            if (parked.InstanceId is { } only && await session.FindAsync<InstanceRow>(only) is not { Status: nameof(WorkflowStatus.Running) })
            {
                return new RuntimeResult.Refused("not-running", "The instance has ended.");
            }

            await session.ExpectAsync($"delete from parked_stimulus where id = {parked.Id}");
            await Signals.DeliverAsync(session, parked.Stimulus(), services);
            return null;
        }

        await letter.ReviveAsync(session);
        return null;
    }, cancellationToken);

    /// <summary>Takes the letter away for good. A parent that waits for the child which this letter would have started waits for it no longer.</summary>
    public Task<RuntimeResult> DismissAsync(LetterRequest request, CancellationToken cancellationToken = default) => RunAsync(request, "dead-letter.dismissed", async (session, letter) =>
    {
        await letter.DeleteAsync(session);
        if (letter.Child is { } child)
        {
            await FanIn.GiveUpAsync(session, request.Id, child, services.Ids);
        }

        return null;
    }, cancellationToken);

    /// <summary>Puts a stimulus that still waits among the dead letters: nobody will take it from now on.</summary>
    public Task<RuntimeResult> PutAsideAsync(LetterRequest request, CancellationToken cancellationToken = default) => RunAsync(request, "dead-letter.put-aside", async (session, letter) =>
    {
        if (letter.Parked is not { Dead: false } parked)
        {
            return new RuntimeResult.Refused("not-waiting", "Only a stimulus that waits can be put aside.");
        }

        await session.ExpectAsync($"update parked_stimulus set dead = {true}, dead_reason = {request.Reason ?? "put aside"}, dead_at = {session.Now} where id = {parked.Id} and dead = {false}");
        return null;
    }, cancellationToken);

    /// <summary>A delivery came to an instance that will never take it.</summary>
    internal static async ValueTask BuryAsync(CommitSession session, QueuedStimulus stimulus, string reason, Ids ids)
    {
        var row = ParkedStimulusRow.Of(stimulus, ids.Next(), session);
        (row.Dead, row.DeadReason, row.DeadAt) = (true, reason, session.Now);
        await session.InsertAsync(row);
        session.Announce("dead-letters");
    }

    /// <summary>An instance ends: what waits for it alone will never be taken.</summary>
    internal static async ValueTask BuryAllOfAsync(CommitSession session, InstanceRow instance)
    {
        var reason = $"The instance is {instance.SubStatus}.";
        await session.ExecuteAsync($"update parked_stimulus set dead = {true}, dead_reason = {reason}, dead_at = {session.Now} where instance_id = {instance.Id} and dead = {false}");
    }

    private Task<RuntimeResult> RunAsync(
        LetterRequest request, string kind, Func<CommitSession, Letter, ValueTask<RuntimeResult?>> work, CancellationToken cancellationToken) => door.RunAsync(request.Actor, async session =>
    {
        if (await Letter.FindAsync(session, request) is not { } letter)
        {
            return new RuntimeResult.Refused("not-found", "There is no such letter.");
        }

        if (await work(session, letter) is { } refused)
        {
            return refused;
        }

        await session.AppendHistoryAsync(await letter.SubjectAsync(session), kind, new JsonObject
        {
            ["letter"] = request.Kind + "/" + request.Id,
            ["about"] = letter.About,
            ["comment"] = request.Reason,
        });
        session.Announce("dead-letters");
        return (RuntimeResult)new RuntimeResult.Landed(letter.InstanceId ?? "", 0, kind);
    }, cancellationToken);
}
