using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Sees every transition inside its commit, after its effects: for rows of the host that follow the instance as such, for example the work items
/// of bookmarks that were burnt.
/// </summary>
public abstract class TransitionHook
{
    public abstract ValueTask AppliedAsync(InstanceRow instance, Transition transition, CommitSession session);
}
