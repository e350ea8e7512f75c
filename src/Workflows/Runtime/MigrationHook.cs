using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What happens to clocks that run when their instance moves to another version.</summary>
public enum ClockChoice
{
    /// <summary>They go on as they are.</summary>
    Keep,

    /// <summary>They are set as the node of the new version would have set them when the wait began; what is over by then comes due at once.</summary>
    Recompute,
}

/// <summary>One wait of an instance that has moved.</summary>
/// <param name="Node">Reads the inputs of the node of the new version on which it stands.</param>
public sealed record MovedWait(string BookmarkId, string ActivityId, ActivityContext Node);

/// <summary>An instance that moves to another version, inside the commit that moves it.</summary>
/// <param name="Map">Node ids of the old version to node ids of the new; an id that is not mapped stays the same.</param>
public sealed record MovedInstance(InstanceRow Instance, IReadOnlyDictionary<string, string> Map, ClockChoice Clocks, IReadOnlyList<MovedWait> Waits);

/// <summary>Lets rows of the host follow an instance that moves, in the same commit.</summary>
public abstract class MigrationHook
{
    public abstract ValueTask MovedAsync(MovedInstance moved, CommitSession session);
}
