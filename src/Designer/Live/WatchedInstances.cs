using System.Collections.Concurrent;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Live;

/// <summary>Who looks at which instance on this host: a commit names the subject that changed, and only watched ones cost anything.</summary>
public sealed class WatchedInstances
{
    private readonly ConcurrentDictionary<(string ConnectionId, string InstanceId), string> subjects = new();

    public static string GroupOf(string instanceId) => "instance/" + instanceId;

    public void Add(string connectionId, InstanceRow row) => subjects[(connectionId, row.Id)] = row.CorrelationId ?? "workflow/" + row.Id;

    public void Forget(string connectionId)
    {
        foreach (var key in subjects.Keys.Where(key => key.ConnectionId == connectionId))
        {
            subjects.TryRemove(key, out _);
        }
    }

    /// <summary>The watched instances that run about this subject.</summary>
    public IReadOnlyList<string> About(string subject) => subjects.IsEmpty ? []
        : [.. subjects.Where(entry => entry.Value == subject).Select(entry => entry.Key.InstanceId).Distinct()];
}
