using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

internal sealed partial class Advancement
{
    /// <summary>Name of the bookmark by which a failed activity waits for its next attempt.</summary>
    public const string RetryBookmark = "Engine.Retry";

    private void Fault(ActivityInstance activity, CompiledNode node, ActivityResult.Failure failure, string? detail)
    {
        if (activity.Ended)
        {
            return;
        }

        CancelChildren(activity);
        if (TriesAgain(activity, node))
        {
            return;
        }

        activity.Faulted = true;
        var incident = new Incident(
            node.Id, node.Type, ActivityInstance.IdOf(State.InstanceId, activity.Number), failure.Code, failure.Reason, detail, Settings.Now);
        State.OpenIncidents.Add(incident);
        (raised ??= []).Add(incident);
        Log(activity, node, LogKind.Faulted, null, failure.Reason);
        if ((Definition.IncidentStrategy ?? Settings.DefaultIncidentStrategy) == IncidentStrategy.Fault)
        {
            (State.Status, State.SubStatus) = (WorkflowStatus.Finished, WorkflowSubStatus.Faulted);
            Stop();
        }
    }

    // The pause is a timer like any other; the incident comes when no attempt is left.
    private bool TriesAgain(ActivityInstance activity, CompiledNode node)
    {
        if (node.Retry?.PauseAfter(activity.Attempt) is not { } pause)
        {
            return false;
        }

        BurnAll(activity);
        new ActivationContext(this).For(activity, node).WaitUntil(Settings.Now + pause, RetryBookmark);
        Log(activity, node, LogKind.Suspended);
        return true;
    }

    /// <summary>Nothing more runs in this transition. What was scheduled is kept for the retry that revives the instance.</summary>
    private void Stop()
    {
        stopped = true;
        while (queue.TryDequeue(out var work))
        {
            work.Owner.Queued--;
            if (!work.Owner.Ended)
            {
                (State.Pending ??= []).Add(new PendingWork(work.Node.Index, work.Owner.Number, work.Variables));
            }
        }
    }

    /// <summary>Puts back what was scheduled when the instance stopped.</summary>
    public void Revive()
    {
        (State.Status, State.SubStatus) = (WorkflowStatus.Running, WorkflowSubStatus.Executing);
        foreach (var work in State.Pending ?? [])
        {
            if (State.FindActivity(work.Owner) is { } owner)
            {
                Schedule(owner, Definition.Nodes[work.Node], work.Variables);
            }
        }

        State.Pending = null;
    }

    /// <summary>A failed activity instance runs once more, as the same instance.</summary>
    public void RunAgain(ActivityInstance activity)
    {
        var node = Definition.Nodes[activity.Node];
        CloseIncident(activity);
        activity.Faulted = false;
        activity.Attempt++;
        activity.Arrivals = null;
        Log(activity, node, LogKind.Started);
        var before = opened.Count;
        BurnAll(activity);
        Apply(activity, node, Call(activity, node, null), before);
    }

    /// <summary>An activity instance is left by an outcome without being run.</summary>
    public void PassOver(ActivityInstance activity, string outcome)
    {
        var node = Definition.Nodes[activity.Node];
        CancelChildren(activity);
        Withdraw(activity, node);
        Complete(activity, node, [outcome]);
    }
}
