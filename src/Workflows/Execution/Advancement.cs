using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>One transition in the making: a working copy of the state, the queue of scheduled activities, and what has been asked for so far.</summary>
internal sealed partial class Advancement
{
    private readonly Queue<Work> queue = new();
    private readonly List<LogEvent> log = new(24);
    private readonly ActivationContext context;
    private Expressions.ExpressionBudget? expressionBudget;
    private int executed;
    private bool stopped;

    public Advancement(CompiledDefinition definition, InstanceState before, AdvanceSettings settings)
    {
        (Definition, State, Settings) = (definition, before.Clone(), settings);
        State.Sequence++;
        Variables = new VariableScopes(this);
        Outputs = new ActivityOutputs(State, definition);
        context = new ActivationContext(this);
    }

    public CompiledDefinition Definition { get; }

    public InstanceState State { get; }

    public AdvanceSettings Settings { get; }

    public VariableScopes Variables { get; }

    public ActivityOutputs Outputs { get; }

    /// <summary>Shared by all scripts of the transition.</summary>
    public Expressions.ExpressionBudget ExpressionBudget => expressionBudget ??= new Expressions.ExpressionBudget();

    /// <summary>Node of the trigger that started the instance, during its first transition.</summary>
    public string? TriggerActivityId { get; set; }

    /// <summary>False once the trigger has completed: a loop back to it waits like any other.</summary>
    public bool TriggerIsFresh { get; set; }

    /// <summary>A child of a container; it begins when the work before it is done (first in, first out, as Elsa's scheduler).</summary>
    public void Schedule(ActivityInstance owner, CompiledNode node, Dictionary<string, System.Text.Json.Nodes.JsonNode?>? variables = null)
    {
        owner.Queued++;
        queue.Enqueue(new Work(node, owner, variables));
    }

    /// <summary>The workflow itself begins.</summary>
    public void Begin()
    {
        var root = Definition.Nodes[0];
        var activity = Enter(root, null, null);
        Apply(activity, root, Call(activity, root, null), 0);
    }

    /// <summary>Runs scheduled activities until none is left; then releases joins that wait for nobody any more.</summary>
    public void Drain()
    {
        do
        {
            while (!stopped && queue.TryDequeue(out var work))
            {
                work.Owner.Queued--;
                if (!work.Owner.Ended)
                {
                    Run(work);
                }
            }
        }
        while (!stopped && ReleaseJoins());
    }

    private void Run(Work work)
    {
        var activity = Enter(work.Node, work.Owner, work.Variables);
        if (++executed > Settings.ActivityBudget)
        {
            Fault(activity, work.Node, new ActivityResult.Failure("budget", $"A transition may run {Settings.ActivityBudget} activities; this definition loops without waiting."), null);
            Stop();
            return;
        }

        var mark = Mark();
        Apply(activity, work.Node, Call(activity, work.Node, null), mark.Opened);
    }

    private ActivityInstance Enter(CompiledNode node, ActivityInstance? owner, Dictionary<string, System.Text.Json.Nodes.JsonNode?>? variables)
    {
        var activity = new ActivityInstance(++State.LastNumber, owner?.Number ?? 0, node.Index)
        {
            Owner = owner,
            Variables = VariableScopes.Initial(node, variables),
        };
        State.Live.Add(activity);
        if (owner is not null)
        {
            owner.Children++;
        }

        Log(activity, node, LogKind.Started);
        return activity;
    }

    /// <summary>Runs the activity's code; whatever it throws is a failure of this activity, and what it had asked for is forgotten.</summary>
    private ActivityResult Call(ActivityInstance activity, CompiledNode node, BookmarkResume? resume)
    {
        var mark = Mark();
        try
        {
            var result = resume is null ? node.Activity.Execute(context.For(activity, node)) : node.Activity.Resume(context.For(activity, node), resume);
            if (result is ActivityResult.Failure)
            {
                Rewind(mark, activity);
            }

            return result;
        }
        catch (Exception problem)
        {
            Rewind(mark, activity);
            return Failures.From(problem);
        }
    }

    /// <param name="openedBefore">How many bookmarks this transition had opened before the activity ran.</param>
    private void Apply(ActivityInstance activity, CompiledNode node, ActivityResult result, int openedBefore)
    {
        switch (result)
        {
            case ActivityResult.Completed completed:
                Complete(activity, node, completed.Outcomes);
                break;
            case ActivityResult.Failure failure:
                Fault(activity, node, failure, failure.Detail);
                break;
            default:
                if (OpenedLoudly(openedBefore))
                {
                    Log(activity, node, LogKind.Suspended);
                }
                else if (!Waits(activity))
                {
                    Fault(activity, node, Failures.WaitsForNothing, null);
                }

                break;
        }
    }

    private bool Waits(ActivityInstance activity) => activity.Children > 0 || activity.Queued > 0 || activity.Ended || HasBookmark(activity);

    internal void Log(ActivityInstance activity, CompiledNode node, LogKind kind, IReadOnlyList<string>? outcomes = null, string? message = null) =>
        log.Add(new LogEvent(node, kind, State.InstanceId, activity.Number, activity.Parent, outcomes, message));

    // Joins are released by the completion of a child; a token that a person moved or skipped may leave one behind.
    private bool ReleaseJoins()
    {
        var released = false;
        for (var index = 0; index < State.Live.Count; index++)
        {
            var activity = State.Live[index];
            var node = Definition.Nodes[activity.Node];
            if (activity.Arrivals is { Count: > 0 } && node.Activity is Flowchart && !activity.Ended)
            {
                Flowchart.Release(context.For(activity, node));
                released |= activity.Queued > 0;
            }
        }

        return released;
    }

    private readonly record struct Work(CompiledNode Node, ActivityInstance Owner, Dictionary<string, System.Text.Json.Nodes.JsonNode?>? Variables);
}
