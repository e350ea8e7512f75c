using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>What a person may do to a single instance that stands wrong: run again, pass over, correct a value, move a token.</summary>
internal static class Repair
{
    public static Transition Advance(CompiledDefinition definition, InstanceState state, Stimulus stimulus, AdvanceSettings settings)
    {
        var advancement = new Advancement(definition, state, settings);
        var refusal = stimulus switch
        {
            Stimulus.Retry retry => Retry(advancement, retry),
            Stimulus.Skip skip => Skip(advancement, skip),
            Stimulus.EditVariable edit => EditVariable(advancement, edit),
            Stimulus.MoveToken move => Move(advancement, move),
            _ => new Refusal("not-allowed", $"The interpreter does not know {stimulus.GetType().Name}."),
        };
        return refusal is null ? advancement.Finish() : new Transition(state) { Refused = refusal };
    }

    private static Refusal? Retry(Advancement advancement, Stimulus.Retry retry)
    {
        if (Find(advancement, retry.ActivityInstanceId) is not { } activity)
        {
            return Gone(retry.ActivityInstanceId);
        }

        if (!activity.Faulted)
        {
            return new Refusal("not-failed", "Only a failed activity can be retried.");
        }

        advancement.Revive();
        advancement.RunAgain(activity);
        advancement.Drain();
        return null;
    }

    private static Refusal? Skip(Advancement advancement, Stimulus.Skip skip)
    {
        if (Find(advancement, skip.ActivityInstanceId) is not { } activity || activity.Owner is null)
        {
            return Gone(skip.ActivityInstanceId);
        }

        advancement.Revive();
        advancement.PassOver(activity, skip.Outcome);
        advancement.Drain();
        return null;
    }

    private static Refusal? EditVariable(Advancement advancement, Stimulus.EditVariable edit)
    {
        var root = advancement.State.Live[0];
        if (!advancement.Variables.TryRead(root, edit.Name, out _))
        {
            return new Refusal("not-found", $"The workflow has no variable {edit.Name}.");
        }

        advancement.Variables.Write(root, null, edit.Name, edit.Value?.DeepClone());
        return null;
    }

    private static Refusal? Move(Advancement advancement, Stimulus.MoveToken move)
    {
        if (Find(advancement, move.ActivityInstanceId) is not { Owner: { } owner } activity)
        {
            return Gone(move.ActivityInstanceId);
        }

        var target = advancement.Definition.FindNode(move.ToActivityId);
        if (target is null || target.Parent?.Index != owner.Node)
        {
            return new Refusal("not-allowed", "A token can only be moved to a node of the same container.");
        }

        advancement.Revive();
        advancement.Schedule(owner, target);
        advancement.Cancel(activity);
        advancement.Drain();
        return null;
    }

    private static ActivityInstance? Find(Advancement advancement, string id) =>
        advancement.State.FindActivity(ActivityInstance.NumberOf(advancement.State.InstanceId, id));

    private static Refusal Gone(string id) => new("gone", $"The activity instance {id} is not live.");
}
