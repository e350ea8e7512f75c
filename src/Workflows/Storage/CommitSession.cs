using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// The inside of one commit: every write of one transition, or of one command without a transition, goes through it and lands together or not at all.
/// Rows are those of the EF model; statements are prepared once from its metadata. On SQLite it runs on the writer lane's own thread:
/// never await anything in it but its own members.
/// </summary>
public abstract class CommitSession
{
    /// <summary>The instant of this commit, UTC.</summary>
    public abstract DateTime Now { get; }

    /// <summary>Account id of who acts, or "system".</summary>
    public abstract string Actor { get; }

    /// <summary>Inserts one row. A duplicate key makes the commit fail as stale.</summary>
    public abstract ValueTask InsertAsync<T>(T row) where T : class;

    /// <summary>Writes all columns of the row where its key and, if the type has one, its Version still match; raises Version by one. Throws <see cref="StaleWriteException"/> otherwise.</summary>
    public abstract ValueTask UpdateAsync<T>(T row) where T : class;

    /// <summary>As <see cref="UpdateAsync"/>, at once; false if somebody else changed the row first. A row that was written stays locked until the commit is over.</summary>
    public abstract ValueTask<bool> TryUpdateAsync<T>(T row) where T : class;

    /// <summary>Reads one row by its key values in model order, inside the transaction.</summary>
    public abstract ValueTask<T?> FindAsync<T>(params object[] key) where T : class;

    /// <summary>Reads rows: <paramref name="where"/> is the text after WHERE, its holes become parameters, for example <c>$"case_id = {id} order by seq"</c>.</summary>
    public abstract ValueTask<List<T>> QueryAsync<T>(FormattableString where) where T : class;

    /// <summary>As <see cref="FindAsync"/>, and nobody else can change the row before this commit is over.</summary>
    public abstract ValueTask<T?> FindLockedAsync<T>(params object[] key) where T : class;

    /// <summary>As <see cref="QueryAsync"/>, the first <paramref name="count"/> rows only; the databases spell it differently.</summary>
    public abstract ValueTask<List<T>> TopAsync<T>(int count, FormattableString where) where T : class;

    /// <summary>Runs one statement that must change exactly <paramref name="rows"/> rows; anything else is a <see cref="StaleWriteException"/>, at the latest at the commit.</summary>
    public abstract ValueTask ExpectAsync(FormattableString sql, int rows = 1);

    /// <summary>
    /// Waits until nobody else holds the same name, and holds it until the commit is over; shared holders wait only for exclusive ones.
    /// Free on SQLite, where writers are alone.
    /// </summary>
    public abstract ValueTask LockAsync(string name, bool shared = false);

    /// <summary>The next number of a counter, from 1, without gaps.</summary>
    public abstract ValueTask<long> NextNumberAsync(string counter);

    /// <summary>Runs one portable statement (lower-case snake_case names, no dialect words) and returns the number of rows.</summary>
    public abstract ValueTask<int> ExecuteAsync(FormattableString sql);

    /// <summary>Appends one row to the hash chain of a subject ("case/17", "task/4", "account/2", ...).</summary>
    /// <param name="personal">Values that name a person; they are stored beside the chain, which covers their salted hash only.</param>
    public abstract ValueTask AppendHistoryAsync(string subject, string kind, JsonObject data, IReadOnlyDictionary<string, string>? personal = null);

    /// <summary>Queues a stimulus for an instance in this same transaction; it is delivered after the commit, once.</summary>
    public abstract ValueTask EnqueueAsync(QueuedStimulus stimulus);

    /// <summary>Queues long work: it begins after the commit and goes on in commits of its own until it says that it is done, also after a crash.</summary>
    /// <param name="work">Name of the work that knows how to take the next step.</param>
    public abstract ValueTask EnqueueWorkAsync(string work, string? instanceId, JsonObject data);

    /// <summary>Tells live clients, after the commit, that something changed. A hint: it may be lost.</summary>
    public abstract void Announce(string topic);

    /// <summary>Runs after the commit, never if it fails. It must not throw and not wait.</summary>
    public abstract void AfterCommit(Action action);
}

/// <summary>A stimulus for one bookmark, or by name and key for whoever waits.</summary>
public sealed record QueuedStimulus(string Name, JsonNode? Payload)
{
    public string? InstanceId { get; init; }

    public string? BookmarkId { get; init; }

    public string? Key { get; init; }

    /// <summary>Only instances with this correlation; null for all.</summary>
    public string? CorrelationId { get; init; }
}

/// <summary>Somebody else changed the row first. The engine reloads and decides again; a command of a person is answered with 409.</summary>
public sealed class StaleWriteException(string what) : Exception(what);
