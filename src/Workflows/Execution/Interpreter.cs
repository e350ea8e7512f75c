using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>The pure heart: no I/O, no clock, no randomness of its own. The same arguments give the same transition.</summary>
public static class Interpreter
{
    /// <summary>What the stimulus does to the instance. <paramref name="state"/> is not changed.</summary>
    public static Transition Advance(CompiledDefinition definition, InstanceState state, Stimulus stimulus, AdvanceSettings settings) =>
        Refuse(state, stimulus) is { } refusal
            ? new Transition(state) { Refused = refusal }
            : stimulus switch
            {
                Stimulus.Start start => Start(new Advancement(definition, state, settings), start),
                Stimulus.ResumeBookmark resume => Resume(definition, state, settings, resume.BookmarkId, resume.Payload),
                Stimulus.TimerDue timer => Resume(definition, state, settings, timer.BookmarkId, null),
                Stimulus.Cancel => Cancel(new Advancement(definition, state, settings)),
                _ => Repair.Advance(definition, state, stimulus, settings),
            };

    private static Refusal? Refuse(InstanceState state, Stimulus stimulus)
    {
        var pending = state is { Status: WorkflowStatus.Running, SubStatus: WorkflowSubStatus.Pending };
        return stimulus switch
        {
            Stimulus.Start when !pending => new("already-started", "The instance has started already."),
            Stimulus.Start => null,
            Stimulus.Retry or Stimulus.Skip or Stimulus.EditVariable or Stimulus.MoveToken or Stimulus.Cancel
                when state.SubStatus == WorkflowSubStatus.Faulted => null,
            _ when pending => new("not-started", "The instance has not started."),
            _ when state.Status == WorkflowStatus.Finished => new("not-running", $"The instance is {state.SubStatus}."),
            _ => null,
        };
    }

    private static Transition Start(Advancement advancement, Stimulus.Start start)
    {
        var state = advancement.State;
        state.Input = Inputs(advancement.Definition, start.Input);
        state.SubStatus = WorkflowSubStatus.Executing;
        advancement.TriggerActivityId = start.TriggerActivityId;
        advancement.TriggerIsFresh = start.TriggerActivityId is not null;
        advancement.Begin();
        advancement.Drain();
        return advancement.Finish();
    }

    private static Transition Resume(CompiledDefinition definition, InstanceState state, AdvanceSettings settings, string bookmarkId, JsonNode? payload)
    {
        if (!state.Bookmarks.Any(bookmark => bookmark.Id == bookmarkId))
        {
            return new Transition(state) { Refused = new Refusal("gone", "Nothing waits there any more.") };
        }

        var advancement = new Advancement(definition, state, settings);
        advancement.Resume(advancement.State.Bookmarks.First(bookmark => bookmark.Id == bookmarkId), payload);
        return advancement.Finish();
    }

    private static Transition Cancel(Advancement advancement)
    {
        advancement.CancelAll();
        return advancement.Finish();
    }

    // Inputs that the definition declares are converted to their type; others are kept, as Elsa keeps them.
    private static JsonObject Inputs(CompiledDefinition definition, JsonObject given)
    {
        if (given.Count == 0)
        {
            return given;
        }

        var input = (JsonObject)given.DeepClone();
        foreach (var (name, typeName) in definition.InputTypes)
        {
            if (input[name] is { } value)
            {
                var converted = TypeNames.Convert(typeName, value);
                if (!ReferenceEquals(converted, value))
                {
                    input[name] = converted;
                }
            }
        }

        return input;
    }
}
