using System.Text;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>An instance as it was read or committed: the row and what its state means. Nothing in it is changed afterwards.</summary>
internal sealed record Snapshot(InstanceRow Row, InstanceState State, CompiledDefinition Definition)
{
    public static Snapshot Of(InstanceRow row, CompiledDefinition definition) => new(row, InstanceState.Read(Encoding.UTF8.GetString(row.State), definition), definition);
}

/// <summary>A decision of the interpreter, with the row as it shall be written.</summary>
internal sealed record Decision(Snapshot Before, Stimulus Stimulus, Transition Transition, InstanceRow Row)
{
    /// <summary>A person's reason, for the history.</summary>
    public string? Comment { get; init; }

    public Snapshot After => Before with { Row = Row, State = Transition.Next };

    public string Subject => Row.CorrelationId ?? "workflow/" + Row.Id;

    public bool IsStart => Stimulus is Stimulus.Start;

    public bool HasJustFinished => Transition.Status == WorkflowStatus.Finished && Before.State.Status != WorkflowStatus.Finished;

    /// <summary>It ended and no repair brings it back: a faulted instance may still be revived.</summary>
    public bool HasEndedForGood => IsOver(Transition.Next) && !IsOver(Before.State);

    /// <summary>What was kept for it can go: it stands still no longer, or never will go on.</summary>
    public bool LetsGo => HasEndedForGood ? Before.Row.Paused || WasFaulted : WasFaulted && Transition.SubStatus != WorkflowSubStatus.Faulted;

    private bool WasFaulted => Before.State.SubStatus == WorkflowSubStatus.Faulted;

    private static bool IsOver(InstanceState state) => state is { Status: WorkflowStatus.Finished, SubStatus: not WorkflowSubStatus.Faulted };
}

/// <summary>Asks the interpreter and prepares the row. Pure, so that it can be done before the commit and again inside it.</summary>
internal static class Deciding
{
    public static Decision Decide(Snapshot before, Stimulus stimulus, DateTime now, TimeZoneInfo zone)
    {
        if (StandsStill(before) is { } refusal && stimulus is (Stimulus.ResumeBookmark or Stimulus.TimerDue) && IsOpen(before.State, stimulus))
        {
            return new(before, stimulus, new Transition(before.State) { Refused = refusal }, before.Row);
        }

        var seed = TransitionSeed.Of(before.Row.Id, before.State.Sequence);
        var transition = Interpreter.Advance(before.Definition, before.State, stimulus, new AdvanceSettings(now, seed, zone));
        return new(before, stimulus, transition, transition.Refused is null ? Next(before, transition, now) : before.Row);
    }

    // One that stopped as faulted keeps its waits: a repair revives them all.
    private static Refusal? StandsStill(Snapshot before) => before switch
    {
        { Row.Paused: true } => new(Refusal.Suspended, "The instance is suspended.") { MayPass = true },
        { State.SubStatus: WorkflowSubStatus.Faulted } => new("not-running", "The instance is Faulted.") { MayPass = true },
        _ => null,
    };

    // What is over is over, suspended or not: such a stimulus need not wait.
    private static bool IsOpen(InstanceState state, Stimulus stimulus)
    {
        var id = stimulus is Stimulus.ResumeBookmark resume ? resume.BookmarkId : ((Stimulus.TimerDue)stimulus).BookmarkId;
        return state.Bookmarks.Any(bookmark => bookmark.Id == id);
    }

    private static InstanceRow Next(Snapshot before, Transition transition, DateTime now)
    {
        var (row, state) = (before.Row.Clone(), transition.Next);
        row.State = Encoding.UTF8.GetBytes(state.Write(before.Definition));
        row.Status = state.Status.ToString();
        row.SubStatus = state.SubStatus.ToString();
        row.Sequence = state.Sequence;
        row.Name = state.Name;
        row.CorrelationId = state.CorrelationId;
        row.IncidentCount = state.Incidents.Count;
        // A failed child that was counted and is revived does not count again.
        row.FanInId = before.State.Status == WorkflowStatus.Finished && state.Status == WorkflowStatus.Running ? null : row.FanInId;
        row.Paused &= state.Status == WorkflowStatus.Running;
        row.UpdatedAt = now;
        row.FinishedAt = state.Status == WorkflowStatus.Finished ? before.Row.FinishedAt ?? now : null;
        return row;
    }
}
