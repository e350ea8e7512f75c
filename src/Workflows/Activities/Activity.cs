using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// One kind of activity: what a node of that type does when a token enters it and when something it waited for arrives.
/// Stateless: one object serves every instance; whatever must survive goes into <see cref="ActivityContext.State"/>.
/// </summary>
public abstract class Activity
{
    /// <summary>Type name, ports, inputs and texts of this kind; the designer and the defaults of omitted inputs come from here.</summary>
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>A token enters. Pure: outside things are asked for by <see cref="ActivityContext.Emit"/> and <see cref="ActivityContext.Wait"/>.</summary>
    public abstract ActivityResult Execute(ActivityContext context);

    /// <summary>A bookmark that this activity instance opened was resumed; it is burnt by this very transition.</summary>
    public virtual ActivityResult Resume(ActivityContext context, BookmarkResume resume) => ActivityResult.Done;

    /// <summary>When a wait of this node that began at <paramref name="since"/> (UTC) comes due, if it waits for the clock; null otherwise.</summary>
    public virtual DateTime? DueSince(ActivityContext context, DateTime since) => null;

    /// <summary>What this node's settings say that can never work, told before publishing; null where they are fine or only known at run time.</summary>
    internal virtual Label? Refuses(CompiledNode node) => null;

    /// <summary>A live instance of it is taken away: its join went on without it, its container or its workflow ended. Withdraw here what was asked for outside.</summary>
    public virtual void Cancelled(ActivityContext context) { }
}
