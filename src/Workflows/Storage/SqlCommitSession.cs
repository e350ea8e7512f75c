using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>What all databases have in common: rows become statements, history waits until the end of the work and is then chained in one go.</summary>
internal abstract class SqlCommitSession(CommitServices services, string actor) : CommitSession
{
    private readonly List<(Versioned Row, int Version)> raised = [];
    private readonly PendingHistory history = new();
    private List<string>? topics;
    private List<OutboxRow>? outbox;
    private List<Action>? afterCommit;

    public override DateTime Now { get; } = HistoryChain.Rounded(services.Time.GetUtcNow().UtcDateTime);

    public override string Actor => actor;

    protected CommitServices Services => services;

    protected RowMaps Maps => services.Maps;

    public override ValueTask InsertAsync<T>(T row)
    {
        if (row is OutboxRow { Held: false } message)
        {
            (outbox ??= []).Add(message);
        }

        var map = Maps.Of<T>();
        return WriteAsync(map.Insert, Array.ConvertAll(map.Columns, column => ((RelationalTypeMapping?)column.Mapping, column.Read(row))), 1, map.Table);
    }

    public override ValueTask UpdateAsync<T>(T row)
    {
        var map = Maps.Of<T>();
        var values = map.UpdateValues(row);
        Raise(row);
        return WriteAsync(map.Update, values, 1, map.Table);
    }

    public override async ValueTask<bool> TryUpdateAsync<T>(T row)
    {
        var map = Maps.Of<T>();
        if (await ExecuteAsync(map.Update, map.UpdateValues(row)) != 1)
        {
            return false;
        }

        Raise(row);
        return true;
    }

    public override ValueTask<T?> FindAsync<T>(params object[] key) where T : class => One<T>(Maps.Of<T>().Find, key);

    public override ValueTask<T?> FindLockedAsync<T>(params object[] key) where T : class => One<T>(Maps.Of<T>().FindLocked, key);

    public override async ValueTask<List<T>> QueryAsync<T>(FormattableString where)
    {
        var map = Maps.Of<T>();
        var (sql, values) = Maps.Parse(where, map.Select + " where ");
        return [.. (await ReadAsync(map, sql, values)).Cast<T>()];
    }

    public override async ValueTask<List<T>> TopAsync<T>(int count, FormattableString where)
    {
        var map = Maps.Of<T>();
        var (text, values) = Maps.Parse(where);
        return [.. (await ReadAsync(map, Maps.Dialect.Top(map.ColumnList, map.Table, text, count), values)).Cast<T>()];
    }

    public override ValueTask ExpectAsync(FormattableString sql, int rows = 1)
    {
        var (text, values) = Maps.Parse(sql);
        return WriteAsync(text, values, rows, sql.Format);
    }

    public override ValueTask<int> ExecuteAsync(FormattableString sql)
    {
        var (text, values) = Maps.Parse(sql);
        return ExecuteAsync(text, values);
    }

    public override async ValueTask<long> NextNumberAsync(string counter)
    {
        var row = await FindLockedAsync<CounterRow>(counter);
        if (row is null)
        {
            await InsertAsync(new CounterRow { Name = counter, LastValue = 1 });
            return 1;
        }

        await ExpectAsync($"update counter set last_value = {row.LastValue + 1} where name = {counter} and last_value = {row.LastValue}");
        return row.LastValue + 1;
    }

    public override ValueTask AppendHistoryAsync(string subject, string kind, JsonObject data, IReadOnlyDictionary<string, string>? personal = null)
    {
        history.Add(subject, kind, data, personal);
        return ValueTask.CompletedTask;
    }

    public override ValueTask EnqueueAsync(QueuedStimulus stimulus) => InsertAsync(OutboxMessages.Stimulus(stimulus, services, Now));

    public override ValueTask EnqueueWorkAsync(string work, string? instanceId, JsonObject data) => InsertAsync(OutboxMessages.Work(work, instanceId, data, actor, services, Now));

    public override void Announce(string topic) => (topics ??= []).Add(topic);

    public override void AfterCommit(Action action) => (afterCommit ??= []).Add(action);

    /// <summary>Ends when this host has worked off what this commit put into the outbox, and what followed from it. It never fails.</summary>
    internal Task Delivery { get; private set; } = Task.CompletedTask;

    /// <summary>The last writes of the work: its history, chained to the heads as they are now.</summary>
    internal ValueTask CompleteAsync() => history.WriteAsync(this);

    internal void Committed()
    {
        afterCommit?.ForEach(action => action());
        if (outbox is not null && services.Deliver is { } deliver)
        {
            Delivery = deliver(outbox);
        }

        if (topics is not null)
        {
            services.Announcements.Publish(topics);
        }
    }

    /// <summary>The rows of the caller look again as they were read, so that the work can be run again with them.</summary>
    internal void RolledBack() => raised.ForEach(each => each.Row.Version = each.Version);

    /// <summary>A write whose row count is checked now or, where writes travel together, at the next read or at the commit.</summary>
    protected abstract ValueTask WriteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values, int rows, string what);

    protected abstract ValueTask<int> ExecuteAsync(string sql, (RelationalTypeMapping? Mapping, object? Value)[] values);

    protected abstract ValueTask<List<object>> ReadAsync(RowMap map, string sql, (RelationalTypeMapping? Mapping, object? Value)[] values);

    private void Raise(object row)
    {
        if (row is Versioned versioned)
        {
            raised.Add((versioned, versioned.Version));
            versioned.Version++;
        }
    }

    private async ValueTask<T?> One<T>(string sql, object[] key) where T : class
    {
        var map = Maps.Of<T>();
        if (key.Length != map.Key.Length)
        {
            throw new ArgumentException($"{typeof(T).Name} has {map.Key.Length} key values.", nameof(key));
        }

        var rows = await ReadAsync(map, sql, [.. map.Key.Select((column, index) => ((RelationalTypeMapping?)column.Mapping, (object?)key[index]))]);
        return rows.Count == 0 ? null : (T)rows[0];
    }
}
