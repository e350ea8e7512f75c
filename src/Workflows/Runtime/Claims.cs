using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Leases on due rows. Claimed by key in the order of their due time, never by offset; a row that somebody else holds is left alone until the lease
/// ends. Failing again and again makes a visible dead letter, and never holds up the others.
/// </summary>
internal static class Claims
{
    private const string Actor = "system";

    public static Task<List<OutboxRow>> OutboxAsync(CommitDoor door, CommitServices services, int count, CancellationToken cancellationToken) =>
        door.RunAsync(Actor, async session =>
        {
            var (now, until, owner) = (session.Now, session.Now + services.Lease, services.Host.Name);
            var rows = await session.TopAsync<OutboxRow>(count, $"due_at <= {now} and dead = {false} and held = {false} and (lease_until is null or lease_until < {now}) order by due_at");
            var mine = new List<OutboxRow>();
            foreach (var row in rows)
            {
                if (await session.ExecuteAsync($"update outbox set owner = {owner}, lease_until = {until} where id = {row.Id} and (lease_until is null or lease_until < {now})") == 1)
                {
                    (row.Owner, row.LeaseUntil) = (owner, until);
                    mine.Add(row);
                }
            }

            return mine;
        }, cancellationToken);

    public static Task<List<TimerRow>> TimersAsync(CommitDoor door, CommitServices services, int count, CancellationToken cancellationToken) =>
        door.RunAsync(Actor, async session =>
        {
            var (now, until, owner) = (session.Now, session.Now + services.Lease, services.Host.Name);
            var rows = await session.TopAsync<TimerRow>(count, $"due_at <= {now} and dead = {false} and held = {false} and (lease_until is null or lease_until < {now}) order by due_at");
            var mine = new List<TimerRow>();
            foreach (var row in rows)
            {
                if (await session.ExecuteAsync($"update timer set owner = {owner}, lease_until = {until} where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId} and (lease_until is null or lease_until < {now})") == 1)
                {
                    (row.Owner, row.LeaseUntil) = (owner, until);
                    mine.Add(row);
                }
            }

            return mine;
        }, cancellationToken);

    public static Task<List<StartTriggerRow>> TriggersAsync(CommitDoor door, CommitServices services, int count, CancellationToken cancellationToken) =>
        door.RunAsync(Actor, async session =>
        {
            var (now, until, owner) = (session.Now, session.Now + services.Lease, services.Host.Name);
            var rows = await session.TopAsync<StartTriggerRow>(count, $"due_at <= {now} and dead = {false} and (lease_until is null or lease_until < {now}) order by due_at");
            var mine = new List<StartTriggerRow>();
            foreach (var row in rows)
            {
                if (await session.ExecuteAsync($"update start_trigger set owner = {owner}, lease_until = {until} where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId} and fired = {row.Fired} and (lease_until is null or lease_until < {now})") == 1)
                {
                    (row.Owner, row.LeaseUntil) = (owner, until);
                    mine.Add(row);
                }
            }

            return mine;
        }, cancellationToken);

    /// <summary>The rescuer of stimuli: a parked one whose bookmark is there is queued again. Finds nothing unless somebody wrote rows by hand.</summary>
    public static Task<int> MatchParkedAsync(CommitDoor door, CommitServices services, CancellationToken cancellationToken) =>
        door.RunAsync(Actor, async session =>
        {
            var rows = await session.TopAsync<ParkedStimulusRow>(
                64, $"""
                dead = {false} and exists (select 1 from bookmark b where b.stimulus_key = parked_stimulus.stimulus_key and b.name = parked_stimulus.name
                    and (parked_stimulus.correlation_id is null or parked_stimulus.correlation_id = b.correlation_id)
                    and (parked_stimulus.instance_id is null or parked_stimulus.instance_id = b.instance_id)) order by id
                """);
            foreach (var row in rows)
            {
                await session.ExpectAsync($"delete from parked_stimulus where id = {row.Id}");
                await Signals.DeliverAsync(session, row.Stimulus(), services);
            }

            return rows.Count;
        }, cancellationToken);

    public static Task ReleaseAllAsync(CommitDoor door, CancellationToken cancellationToken) => door.RunAsync(Actor, async session =>
    {
        await session.ExecuteAsync($"update outbox set owner = null, lease_until = null where owner is not null");
        await session.ExecuteAsync($"update timer set owner = null, lease_until = null where owner is not null");
        await session.ExecuteAsync($"update start_trigger set owner = null, lease_until = null where owner is not null");
    }, cancellationToken);

    public static Task FailedAsync(CommitDoor door, CommitServices services, RuntimeOptions options, OutboxRow row, Exception exception) =>
        FailedAsync(door, async session =>
        {
            var (attempts, due) = (row.Attempts + 1, session.Now + BackOff(row.Attempts));
            await session.ExecuteAsync($"update outbox set attempts = {attempts}, last_error = {Text(exception)}, due_at = {due}, dead = {attempts >= options.MostAttempts}, owner = null, lease_until = null where id = {row.Id} and owner = {services.Host.Name}");
        });

    public static Task FailedAsync(CommitDoor door, CommitServices services, RuntimeOptions options, TimerRow row, Exception exception) =>
        FailedAsync(door, async session =>
        {
            var (attempts, due) = (row.Attempts + 1, session.Now + BackOff(row.Attempts));
            await session.ExecuteAsync($"update timer set attempts = {attempts}, last_error = {Text(exception)}, due_at = {due}, dead = {attempts >= options.MostAttempts}, owner = null, lease_until = null where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId} and owner = {services.Host.Name}");
        });

    public static Task FailedAsync(CommitDoor door, CommitServices services, RuntimeOptions options, StartTriggerRow row, Exception exception) =>
        FailedAsync(door, async session =>
        {
            var (attempts, due) = (row.Attempts + 1, session.Now + BackOff(row.Attempts));
            await session.ExecuteAsync($"update start_trigger set attempts = {attempts}, last_error = {Text(exception)}, due_at = {due}, dead = {attempts >= options.MostAttempts}, owner = null, lease_until = null where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId} and owner = {services.Host.Name}");
        });

    // The database itself may be what fails; then the lease runs out and the row is taken again.
    private static async Task FailedAsync(CommitDoor door, Func<CommitSession, ValueTask> note)
    {
        try
        {
            await door.RunAsync(Actor, note);
        }
        catch (Exception exception) when (exception is System.Data.Common.DbException or IOException or TimeoutException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    /// <summary>1, 2, 4, ... seconds, at most ten minutes.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(600, 1 << Math.Min(attempts, 10)));

    private static string Text(Exception exception) => exception.Message.Length <= 500 ? exception.Message : exception.Message[..500];
}
