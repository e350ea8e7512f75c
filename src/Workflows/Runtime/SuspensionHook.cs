using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Lets rows of the host follow an instance that is held still or goes on, in the same commit: for example the clocks of its open questions.</summary>
public abstract class SuspensionHook
{
    public abstract ValueTask SuspendedAsync(InstanceRow instance, CommitSession session);

    public abstract ValueTask ContinuedAsync(InstanceRow instance, CommitSession session);
}
