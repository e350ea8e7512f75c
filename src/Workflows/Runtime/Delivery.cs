using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Does what one outbox row or timer asks for, in the transaction that deletes it: a second delivery finds nothing to delete.</summary>
internal sealed class Delivery(TransitionRunner runner, DefinitionStore definitions, CommitDoor door, CommitServices services, RuntimeOptions options, IEnumerable<OutboxSender> senders, IEnumerable<ChunkedWork> works)
{
    private const string Actor = "system";
    private readonly OutboxSender[] senders = [.. senders];
    private readonly Dictionary<string, ChunkedWork> works = works.ToDictionary(work => work.Name, StringComparer.Ordinal);

    /// <summary>The inner task ends when what followed on this host is done.</summary>
    public Task<Task> DeliverAsync(OutboxRow row) => row.Kind switch
    {
        OutboxKinds.Stimulus => StimulusAsync(row),
        OutboxKinds.Child => ChildAsync(row),
        OutboxKinds.Work => WorkAsync(row),
        _ => SendAsync(row),
    };

    public async Task<Task> FireAsync(TimerRow row)
    {
        var request = new TransitionRequest(row.InstanceId, new Stimulus.TimerDue(row.BookmarkId), Actor)
        {
            Claim = session => HeldAsync(session, row),
            OnRefused = (session, refusal) => NotFiredAsync(session, row, refusal),
        };
        var (result, followed) = await runner.RunAsync(request, CancellationToken.None);
        if (result is RuntimeResult.Refused { Code: "not-found" })
        {
            await door.RunAsync(Actor, async session => await session.ExecuteAsync($"delete from timer where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}"));
        }

        return followed;
    }

    /// <summary>A clock starts an instance; the commit that starts it moves the clock on. One that its activation strategy refuses is passed over.</summary>
    public async Task<Task> FireAsync(StartTriggerRow row)
    {
        var definition = await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion)
            ?? throw new InvalidOperationException($"There is no version {row.DefinitionVersion} of {row.DefinitionId}.");
        var now = services.Time.GetUtcNow().UtcDateTime;
        var next = StartTriggers.Next(row, now, options.Zone);
        var id = services.Ids.Next().ToString("x14", CultureInfo.InvariantCulture);
        var start = Starting.Request(definition, id, [], null, null, null, Actor, services, row.ActivityId);
        var (result, followed) = await runner.RunAsync(After(start, session => StartTriggers.MoveAsync(session, row, next, null)), CancellationToken.None);
        if (result is RuntimeResult.Refused refused)
        {
            await door.RunAsync(Actor, session => StartTriggers.MoveAsync(session, row, next, refused.Reason));
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
                OnRefused = (session, refusal) => AgainAsync(session, row, stimulus, refusal),
            };
            var (result, followed) = await runner.RunAsync(request, CancellationToken.None);
            return result is RuntimeResult.Refused { Code: "not-found" } refused ? throw new InvalidOperationException(refused.Reason) : followed;
        }

        SqlCommitSession? used = null;
        await door.RunAsync(Actor, async session =>
        {
            used = (SqlCommitSession)session;
            await TakeAsync(session, row);
            await Signals.DeliverAsync(session, stimulus, services);
        });
        return used!.Delivery;
    }

    private async Task<Task> ChildAsync(OutboxRow row)
    {
        var child = DeepJson.Read<ChildMessage>(row.Data);
        var definition = (child.Version is { } version
            ? await definitions.FindAsync(child.DefinitionId, version)
            : await definitions.FindPublishedAsync(child.DefinitionId)) ?? throw new InvalidOperationException($"There is no published version of {child.DefinitionId}.");
        var start = Starting.Request(definition, row.Id, child.Input, child.CorrelationId, child.ParentInstanceId, child.FanInId, child.Actor ?? Actor, services, child.TriggerActivityId) with
        {
            Then = child.UntilRest ? FanIn.RestAsync : null,
        };
        var (result, followed) = await runner.RunAsync(After(start, session => TakeAsync(session, row)), CancellationToken.None);
        return result switch
        {
            RuntimeResult.Refused { Code: "already-running" } when child.StartedBy is { } stimulus => await NotStartedAsync(row, stimulus),
            RuntimeResult.Refused refused => throw new InvalidOperationException(refused.Reason),
            _ => followed,
        };
    }

    // The event is not lost: the instance that runs already, or the next one, may come to wait for it.
    private async Task<Task> NotStartedAsync(OutboxRow row, QueuedStimulus stimulus)
    {
        await door.RunAsync(Actor, async session =>
        {
            await TakeAsync(session, row);
            await Signals.ParkAsync(session, stimulus, services.Ids);
        });
        return Task.CompletedTask;
    }

    private static TransitionRequest After(TransitionRequest start, Func<CommitSession, ValueTask> claim)
    {
        var activate = start.Claim;
        return start with
        {
            Claim = async session =>
            {
                await claim(session);
                if (activate is not null)
                {
                    await activate(session);
                }
            },
        };
    }

    // Every step moves the row on, or deletes it, under the fence: a host that lost its lease in the middle cannot write another step.
    private async Task<Task> WorkAsync(OutboxRow row)
    {
        var message = DeepJson.Read<WorkMessage>(row.Data);
        var work = works.GetValueOrDefault(message.Work) ?? throw new InvalidOperationException($"Nobody does {message.Work}.");
        var followed = new List<Task>();
        for (var data = message.Data; data is not null;)
        {
            SqlCommitSession? used = null;
            var from = data;
            data = await door.RunAsync(message.Actor, async session =>
            {
                used = (SqlCommitSession)session;
                var next = await work.StepAsync((JsonObject)from.DeepClone(), session);
                await (next is null ? TakeAsync(session, row) : MoveAsync(session, row, message with { Data = next }));
                return next;
            });
            followed.Add(used!.Delivery);
        }

        return Task.WhenAll(followed);
    }

    private ValueTask MoveAsync(CommitSession session, OutboxRow row, WorkMessage message) => session.ExpectAsync(
        $"update outbox set data = {DeepJson.Write(message)}, lease_until = {session.Now + services.Lease}, attempts = {0} where id = {row.Id} and owner = {row.Owner}");

    // The lease covers the longest call before it begins. Whoever lost it in between throws the answer away; the one who took over sends again with the same key.
    private async Task<Task> SendAsync(OutboxRow row)
    {
        var sender = Array.Find(senders, each => each.Kind == row.Kind) ?? throw new InvalidOperationException($"Nobody sends {row.Kind}.");
        await door.RunAsync(Actor, session => session.ExpectAsync($"update outbox set lease_until = {session.Now + sender.Longest + services.Lease} where id = {row.Id} and owner = {row.Owner}"));
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

    // It came by name: it waits for the next bookmark of the instance. It was meant for one bookmark that is gone: the history says that it came too late.
    private async ValueTask AgainAsync(CommitSession session, OutboxRow row, QueuedStimulus stimulus, Refusal refusal)
    {
        if (refusal.MayPass)
        {
            await session.InsertAsync(new OutboxRow { Id = row.Id, Kind = row.Kind, InstanceId = row.InstanceId, Data = row.Data, DueAt = row.DueAt, Held = true });
        }
        else if (refusal.Code == "gone" && stimulus.Key is not null)
        {
            await Signals.DeliverAsync(session, stimulus with { BookmarkId = null }, services);
        }
        else
        {
            await DeadLetters.BuryAsync(session, stimulus, refusal.Reason, services.Ids);
        }
    }

    private static async ValueTask NotFiredAsync(CommitSession session, TimerRow row, Refusal refusal) =>
        await (refusal.MayPass
            ? session.ExecuteAsync($"update timer set held = {true}, owner = null, lease_until = null where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}")
            : session.ExecuteAsync($"delete from timer where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}"));

    // The owner is the fence: a host whose lease ran out and was taken over deletes nothing, and its transaction is thrown away.
    private static ValueTask TakeAsync(CommitSession session, OutboxRow row) => session.ExpectAsync($"delete from outbox where id = {row.Id} and owner = {row.Owner}");

    private static ValueTask HeldAsync(CommitSession session, TimerRow row) =>
        session.ExpectAsync($"update timer set attempts = {row.Attempts} where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId} and owner = {row.Owner}");
}

/// <summary>Sends outbox rows of one kind to the outside world; at least once, with the row's id as the receiver's key.</summary>
public abstract class OutboxSender
{
    public abstract string Kind { get; }

    /// <summary>The longest time that one call may take.</summary>
    public abstract TimeSpan Longest { get; }

    /// <summary>Sends, and returns the stimulus that tells the instance how it went.</summary>
    public abstract Task<QueuedStimulus> SendAsync(string data);
}
