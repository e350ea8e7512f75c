using System.Collections.Concurrent;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Instances as last committed by this host. A hint that saves a read: the commit compares the version, so an entry that another host has outdated
/// costs one more decision and nothing else.
/// </summary>
internal sealed class InstanceCache(int capacity = 4096)
{
    private readonly ConcurrentDictionary<string, Snapshot> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public Snapshot? Get(string instanceId) => entries.GetValueOrDefault(instanceId);

    public void Put(Snapshot snapshot)
    {
        if (entries.ContainsKey(snapshot.Row.Id))
        {
            entries[snapshot.Row.Id] = snapshot;
            return;
        }

        entries[snapshot.Row.Id] = snapshot;
        order.Enqueue(snapshot.Row.Id);
        while (entries.Count > capacity && order.TryDequeue(out var oldest))
        {
            entries.TryRemove(oldest, out _);
        }
    }

    // The id stays in the order and is skipped when its turn comes; an instance that ends is not read again soon.
    public void Remove(string instanceId) => entries.TryRemove(instanceId, out _);
}
