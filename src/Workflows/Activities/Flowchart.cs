using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// Activities joined by connections. Token semantics: a completed activity sends a token along each connection of its outcomes. Where several forward
/// connections meet, the node waits until no token can arrive there any more and then runs once; so a join neither waits for a dead branch nor runs
/// twice. A token that comes by a loop's backward connection enters at once.
/// </summary>
public sealed class Flowchart : ContainerActivity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "Flowchart", "Workflows", "流程图", "Flowchart", "由连线连接的活动", "Activities joined by connections", "sitemap") with { IsContainer = true };

    internal override ActivityResult Enter(ActivationContext context)
    {
        var flow = context.Node.Flow!;
        var start = context.Advancement.TriggerIsFresh
            ? flow.Nodes.FirstOrDefault(node => node.Id == context.Advancement.TriggerActivityId)?.Position ?? flow.Start
            : flow.Start;
        if (start < 0)
        {
            return ActivityResult.Done;
        }

        context.Schedule(flow.Nodes[start]);
        return ActivityResult.Waiting;
    }

    internal override ActivityResult ChildCompleted(ActivationContext context, CompletedChild child)
    {
        if (child.EndsContainer)
        {
            return ActivityResult.Done;
        }

        var flow = context.Node.Flow!;
        foreach (var connection in flow.Outbound[child.Node.Position])
        {
            if (child.Outcomes.Contains(connection.Port))
            {
                Arrive(context, flow, connection);
            }
        }

        Release(context);
        var activity = context.Activity;
        return activity.Children == 0 && activity.Queued == 0 ? ActivityResult.Done : ActivityResult.Waiting;
    }

    /// <summary>Enters every node whose waiting tokens nobody can join any more.</summary>
    internal static void Release(ActivationContext context)
    {
        if (context.Activity.Arrivals is not { Count: > 0 } arrivals)
        {
            return;
        }

        var flow = context.Node.Flow!;
        for (var index = 0; index < arrivals.Count;)
        {
            var arrival = arrivals[index];
            if (CanStillArrive(context, flow, arrival))
            {
                index++;
                continue;
            }

            arrivals.RemoveAt(index);
            if (!arrival.Raced)
            {
                context.Schedule(context.Advancement.Definition.Nodes[arrival.Target]);
                index = 0;
            }
        }
    }

    private static void Arrive(ActivationContext context, FlowGraph flow, FlowConnection connection)
    {
        var target = flow.Nodes[connection.Target];
        var join = flow.Joins[connection.Target];
        if (join is null || connection.Backward || join.Mode == MergeMode.Cascade)
        {
            context.Schedule(target);
            return;
        }

        var arrivals = context.Activity.Arrivals ??= [];
        if (arrivals.Exists(arrival => arrival.Target == target.Index))
        {
            return;
        }

        if (join.Mode == MergeMode.Race)
        {
            // A join takes the others away when it runs; a plain activity takes away at once what is running, as Elsa does.
            if (!join.CancelsOthers)
            {
                context.Advancement.CancelRunning(context.Activity, join.Reach);
            }

            context.Schedule(target);
        }

        arrivals.Add(new Arrival(target.Index, join.Mode == MergeMode.Race));
    }

    // Running and scheduled activities reach by any way; a token that itself waits at a join only forward, or two joins on a loop would wait for each other.
    private static bool CanStillArrive(ActivationContext context, FlowGraph flow, Arrival arrival)
    {
        var nodes = context.Advancement.Definition.Nodes;
        if (flow.Joins[nodes[arrival.Target].Position] is not { } join)
        {
            return false;
        }

        foreach (var token in context.Advancement.TokensOf(context.Activity))
        {
            if (join.Reach[nodes[token].Position])
            {
                return true;
            }
        }

        foreach (var other in context.Activity.Arrivals!)
        {
            if (!other.Raced && other.Target != arrival.Target && join.ForwardReach[nodes[other.Target].Position])
            {
                return true;
            }
        }

        return false;
    }
}
