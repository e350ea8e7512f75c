using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

internal sealed partial class Advancement
{
    private List<Incident>? raised;
    private List<string>? closed;
    private List<ScopedVariable>? endedScopes;
    private (ActivityInstance Composite, IReadOnlyList<string> Outcomes)? compositeEnd;
    private bool finishing;

    /// <summary>An activity instance has completed; its container hears of it at once.</summary>
    private void Complete(ActivityInstance activity, CompiledNode node, IReadOnlyList<string> outcomes)
    {
        if (activity.Ended)
        {
            return;
        }

        if (activity.Children > 0)
        {
            CancelChildren(activity, outerFirst: true);
        }

        // The container of a Complete may itself be the last thing in the composite: the chosen outcome holds all the same.
        if (compositeEnd is { } chosen && ReferenceEquals(chosen.Composite, activity))
        {
            (outcomes, compositeEnd) = (chosen.Outcomes, null);
        }

        Leave(activity, node);
        Log(activity, node, LogKind.Completed, outcomes);
        TriggerIsFresh &= node.Id != TriggerActivityId;
        if (finishing || activity.Owner is null)
        {
            End(WorkflowSubStatus.Finished);
        }
        else
        {
            Notify(activity.Owner, new CompletedChild(activity, node, outcomes));
            EndComposite();
        }
    }

    private void Notify(ActivityInstance owner, CompletedChild child)
    {
        var node = Definition.Nodes[owner.Node];
        if (owner.Ended || node.Activity is not ContainerActivity container)
        {
            return;
        }

        var mark = Mark();
        ActivityResult result;
        try
        {
            result = container.ChildCompleted(context.For(owner, node), child);
        }
        catch (Exception problem)
        {
            Rewind(mark, owner);
            result = Failures.From(problem);
        }

        Apply(owner, node, result, mark.Opened);
    }

    /// <summary>Takes an ended activity instance out of the state; the workflow itself stays, as the holder of its variables.</summary>
    private void Leave(ActivityInstance activity, CompiledNode node)
    {
        activity.Ended = true;
        BurnAll(activity);
        if (activity.Owner is { } owner)
        {
            RemoveLive(activity);
            owner.Children--;
        }

        if (activity.Faulted)
        {
            CloseIncident(activity);
        }

        if (activity.Variables is { Count: > 0 } variables && activity.Owner is not null)
        {
            foreach (var (name, value) in variables)
            {
                (endedScopes ??= []).Add(new ScopedVariable(node.Id, name, value));
            }
        }
    }

    private void RemoveLive(ActivityInstance activity)
    {
        for (var index = State.Live.Count - 1; index >= 0; index--)
        {
            if (ReferenceEquals(State.Live[index], activity))
            {
                State.Live.RemoveAt(index);
                return;
            }
        }
    }

    /// <summary>Takes one activity instance and everything inside it away.</summary>
    /// <param name="outerFirst">Order of the journal: Elsa logs a container before its children when it ends with its own container, and after them otherwise.</param>
    public void Cancel(ActivityInstance activity, bool outerFirst = false)
    {
        if (activity.Ended)
        {
            return;
        }

        var node = Definition.Nodes[activity.Node];
        if (!outerFirst)
        {
            CancelChildren(activity, outerFirst);
        }

        Withdraw(activity, node);
        Leave(activity, node);
        Log(activity, node, LogKind.Canceled);
        CancelChildren(activity, outerFirst);
    }

    private void CancelChildren(ActivityInstance activity, bool outerFirst = false)
    {
        if (activity.Children == 0)
        {
            return;
        }

        foreach (var child in State.Live.Where(child => ReferenceEquals(child.Owner, activity)).ToList())
        {
            Cancel(child, outerFirst);
        }
    }

    // A failing withdrawal must not keep the workflow from ending; what was asked for outside refers to a burnt bookmark then.
    private void Withdraw(ActivityInstance activity, CompiledNode node)
    {
        var mark = Mark();
        try
        {
            node.Activity.Cancelled(new ActivationContext(this).For(activity, node));
        }
        catch (Exception)
        {
            Rewind(mark, activity);
        }
    }

    /// <summary>The workflow is over: no token, no bookmark and no queued work remains. Its variables and outputs stay readable.</summary>
    private void End(WorkflowSubStatus subStatus)
    {
        (State.Status, State.SubStatus) = (WorkflowStatus.Finished, subStatus);
        stopped = true;
        queue.Clear();
        foreach (var activity in State.Live.Skip(1).ToList())
        {
            Withdraw(activity, Definition.Nodes[activity.Node]);
            Leave(activity, Definition.Nodes[activity.Node]);
        }

        foreach (var bookmark in State.OpenBookmarks.ToList())
        {
            Burn(bookmark);
        }

        State.Pending = null;
        State.ActivityOutputs = null;
    }

    /// <summary>The person's decision to end it.</summary>
    public void CancelAll()
    {
        if (State.Live.Count > 0)
        {
            Cancel(State.Live[0]);
        }

        End(WorkflowSubStatus.Cancelled);
    }

    private void CloseIncident(ActivityInstance activity)
    {
        var id = ActivityInstance.IdOf(State.InstanceId, activity.Number);
        if (State.OpenIncidents.RemoveAll(incident => incident.ActivityInstanceId == id) > 0)
        {
            (closed ??= []).Add(id);
        }
    }

    /// <summary>Ends the workflow once the current activity has completed, whatever else is live.</summary>
    public void FinishWorkflow() => finishing = true;

    /// <summary>Completes the nearest workflow or workflow-as-activity around an activity, once that activity itself has completed.</summary>
    public void CompleteComposite(ActivityInstance from, IReadOnlyList<string> outcomes)
    {
        var composite = from.Owner;
        while (composite is { Owner: not null } && Definition.Nodes[composite.Node].Activity is not (WorkflowActivity or WorkflowAsActivity))
        {
            composite = composite.Owner;
        }

        if (composite is not null)
        {
            compositeEnd = (composite, outcomes);
        }
    }

    private void EndComposite()
    {
        if (compositeEnd is { } end)
        {
            compositeEnd = null;
            Complete(end.Composite, Definition.Nodes[end.Composite.Node], end.Outcomes);
        }
    }

    /// <summary>Marks every container up to the nearest loop. As in Elsa a Sequence, a Fork and the loop heed it when their current child completes; others run on.</summary>
    public void Break(ActivityInstance from)
    {
        for (var scope = from.Owner; scope is { Owner: not null }; scope = scope.Owner)
        {
            scope.Breaking = true;
            if (Definition.Nodes[scope.Node].Activity is ILoop)
            {
                return;
            }
        }
    }
}
