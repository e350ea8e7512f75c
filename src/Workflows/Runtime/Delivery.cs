using System.Text.Json;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Does what one outbox row or timer asks for, in the transaction that deletes it: a second delivery finds nothing to delete.</summary>
internal sealed class Delivery(TransitionRunner runner, DefinitionStore definitions, CommitDoor door, CommitServices services, IEnumerable<OutboxSender> senders)
{
    private const string Actor = "system";
    private readonly OutboxSender[] senders = [.. senders];

    /// <summary>The inner task ends when what followed on this host is done.</summary>
    public Task<Task> DeliverAsync(OutboxRow row) => row.Kind switch
    {
        OutboxKinds.Stimulus => StimulusAsync(row),
        OutboxKinds.Child => ChildAsync(row),
        _ => SendAsync(row),
    };

    public async Task<Task> FireAsync(TimerRow row)
    {
        var request = new TransitionRequest(row.InstanceId, new Stimulus.TimerDue(row.BookmarkId), Actor) { Claim = session => HeldAsync(session, row) };
        var (result, followed) = await runner.RunAsync(request, CancellationToken.None);
        if (result is RuntimeResult.Refused)
        {
            await door.RunAsync(Actor, async session => await session.ExecuteAsync($"delete from timer where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}"));
        }

        return followed;
    }

    private async Task<Task> StimulusAsync(OutboxRow row)
    {
        var stimulus = OutboxMessages.ReadStimulus(row);
        if (stimulus is { InstanceId: { } instance, BookmarkId: { } bookmark })
        {
            var request = new TransitionRequest(instance, new Stimulus.ResumeBookmark(bookmark, stimulus.Payload), Actor)
            {
                Claim = session => TakeAsync(session, row),
                OnRefused = (session, refusal) => AgainAsync(session, stimulus, refusal),
            };
            var (result, followed) = await runner.RunAsync(request, CancellationToken.None);
            return result is RuntimeResult.Refused { Code: "not-found" } refused ? throw new InvalidOperationException(refused.Reason) : followed;
        }

        SqlCommitSession? used = null;
        await door.RunAsync(Actor, async session =>
        {
            used = (SqlCommitSession)session;
            await TakeAsync(session, row);
            await Signals.DeliverAsync(session, stimulus, services.Ids);
        });
        return used!.Delivery;
    }

    private async Task<Task> ChildAsync(OutboxRow row)
    {
        var child = JsonSerializer.Deserialize<ChildMessage>(row.Data)!;
        var definition = (child.Version is { } version
            ? await definitions.FindAsync(child.DefinitionId, version)
            : await definitions.FindPublishedAsync(child.DefinitionId)) ?? throw new InvalidOperationException($"There is no published version of {child.DefinitionId}.");
        var start = Starting.Request(definition, row.Id, child.Input, child.CorrelationId, child.ParentInstanceId, child.FanInId, Actor, services);
        var activate = start.Claim;
        var (result, followed) = await runner.RunAsync(start with
        {
            Claim = async session =>
            {
                await TakeAsync(session, row);
                if (activate is not null)
                {
                    await activate(session);
                }
            },
        }, CancellationToken.None);
        return result is RuntimeResult.Refused refused ? throw new InvalidOperationException(refused.Reason) : followed;
    }

    private async Task<Task> SendAsync(OutboxRow row)
    {
        var sender = Array.Find(senders, each => each.Kind == row.Kind) ?? throw new InvalidOperationException($"Nobody sends {row.Kind}.");
        var answer = await sender.SendAsync(row.Data);
        SqlCommitSession? used = null;
        await door.RunAsync(Actor, async session =>
        {
            used = (SqlCommitSession)session;
            await TakeAsync(session, row);
            await session.EnqueueAsync(answer with { InstanceId = row.InstanceId });
        });
        return used!.Delivery;
    }

    // Somebody else answered the bookmark that this stimulus was meant for. One that came by name waits for the next bookmark of the instance.
    private async ValueTask AgainAsync(CommitSession session, QueuedStimulus stimulus, Refusal refusal)
    {
        if (stimulus.Key is not null && refusal.Code == "gone")
        {
            await Signals.DeliverAsync(session, stimulus with { BookmarkId = null }, services.Ids);
        }
    }

    // The owner is the fence: a host whose lease ran out and was taken over deletes nothing, and its transaction is thrown away.
    private static ValueTask TakeAsync(CommitSession session, OutboxRow row) => session.ExpectAsync($"delete from outbox where id = {row.Id} and owner = {row.Owner}");

    private static ValueTask HeldAsync(CommitSession session, TimerRow row) =>
        session.ExpectAsync($"update timer set attempts = {row.Attempts} where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId} and owner = {row.Owner}");
}

/// <summary>Sends outbox rows of one kind to the outside world; at least once, with the row's id as the receiver's key.</summary>
public abstract class OutboxSender
{
    public abstract string Kind { get; }

    /// <summary>Sends, and returns the stimulus that tells the instance how it went.</summary>
    public abstract Task<QueuedStimulus> SendAsync(string data);
}
