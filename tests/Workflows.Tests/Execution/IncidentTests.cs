using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

public sealed class IncidentTests
{
    [Fact]
    public void FailedActivity_DefaultStrategy_IsAnIncidentAndTheRestGoesOn()
    {
        var (world, instance) = Draw.Run(Draw.Flow("a>x a>b b>w", Draw.Line("a"), Draw.Say("x", "missing.value"), Draw.Line("b"), Draw.Wait("w")));

        Assert.Equal(["a", "b"], world.Console);
        Assert.Equal((WorkflowStatus.Running, WorkflowSubStatus.Suspended), (instance.State.Status, instance.State.SubStatus));
        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal(("x", "input", "Failed to evaluate activity input 'Text'"), (incident.ActivityId, incident.Code, incident.Message));
    }

    [Fact]
    public void Retry_AfterTheValueIsMended_RunsThatActivityOnceAndGoesOn()
    {
        var (world, instance) = Draw.Run(Draw.Sequence("s", Draw.Say("x", "variables.N > 0 ? 'ok' : missing.value"), Draw.Line("z")), "N");
        var failed = Assert.Single(instance.State.Incidents).ActivityInstanceId;

        world.Apply(instance, new Stimulus.EditVariable("N", 1));
        var retried = world.Apply(instance, new Stimulus.Retry(failed));

        Assert.Equal([failed], retried.ClosedIncidents);
        Assert.Equal(["ok", "z"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        Assert.Equal("not-running", world.Apply(instance, new Stimulus.Retry(failed)).Refused?.Code);
    }

    [Fact]
    public void FaultStrategy_ScheduledWork_RunsAfterTheRetry()
    {
        var root = Draw.Flow("a>x a>b", Draw.Line("a"), Draw.Say("x", "variables.N > 0 ? 'ok' : missing.value"), Draw.Line("b"));
        var definition = Draw.Definition(root, strategy: "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", variables: "N");
        var (world, instance) = Draw.Run(DefinitionCompiler.Compile(definition, Draw.Catalog));
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Faulted), (instance.State.Status, instance.State.SubStatus));

        world.Apply(instance, new Stimulus.EditVariable("N", 1));
        world.Apply(instance, new Stimulus.Retry(instance.State.Incidents[0].ActivityInstanceId));

        Assert.Equal(["a", "ok", "b"], world.Console.OrderBy(line => line switch { "a" => 0, "ok" => 1, _ => 2 }));
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void EndlessLoop_WithoutAWait_EndsAsAnIncident()
    {
        var (_, instance) = Draw.Run(Draw.Flow("a>b b>a", Draw.Line("a"), Draw.Line("b")));

        var incident = Assert.Single(instance.State.Incidents);
        Assert.Equal("budget", incident.Code);
        Assert.Equal(WorkflowStatus.Running, instance.State.Status);
    }

    [Fact]
    public void ActivityThatThrows_AskedForThings_AskedForNothing()
    {
        var definition = DefinitionCompiler.Compile(Draw.Definition(Draw.Sequence("s", Draw.Activity("Throws", "t"))), new([.. Draw.Catalog.All, new Throws()]));
        var state = InstanceState.New("i", definition);

        var transition = Interpreter.Advance(definition, state, new Stimulus.Start([]), Draw.Settings);

        Assert.Empty(transition.Opened);
        Assert.Empty(transition.Effects);
        Assert.Equal("exception", Assert.Single(transition.Incidents).Code);
    }

    [Fact]
    public void MoveToken_ToAnotherNode_LeavesTheOldWaitAndEntersTheNew()
    {
        var (world, instance) = Draw.Run(Draw.Flow("v>w w>x", Draw.Wait("v"), Draw.Wait("w"), Draw.Line("x")));
        var at = instance.State.Bookmarks[0].ActivityInstanceId;

        var moved = world.Apply(instance, new Stimulus.MoveToken(at, "w"));

        Assert.Single(moved.BurntBookmarkIds);
        Assert.Equal("w", Assert.Single(instance.State.Bookmarks).ActivityId);
        Assert.Equal("gone", world.Apply(instance, new Stimulus.MoveToken(at, "w")).Refused?.Code);
        Assert.Equal("not-allowed", world.Apply(instance, new Stimulus.MoveToken(instance.State.Bookmarks[0].ActivityInstanceId, "nowhere")).Refused?.Code);
    }

    [Fact]
    public void Cancel_WaitingInstance_BurnsEveryBookmarkAndRefusesTheNextAnswer()
    {
        var (world, instance) = Draw.Run(Draw.Flow("a>v a>w", Draw.Line("a"), Draw.Wait("v"), Draw.Wait("w")));
        var open = instance.State.Bookmarks[0].Id;

        var cancelled = world.Apply(instance, new Stimulus.Cancel("mistake"));

        Assert.Equal(2, cancelled.BurntBookmarkIds.Count);
        Assert.Equal(WorkflowSubStatus.Cancelled, cancelled.SubStatus);
        Assert.False(world.Resume(instance, open, null));
    }

    [Fact]
    public void Resume_BookmarkThatIsBurnt_IsRefusedAsGone()
    {
        var (world, instance) = Draw.Run(Draw.Flow("v>w", Draw.Wait("v"), Draw.Wait("w")));
        var first = instance.State.Bookmarks[0].Id;
        Assert.True(world.Resume(instance, first, null));

        Assert.Equal("gone", world.Apply(instance, new Stimulus.ResumeBookmark(first, null)).Refused?.Code);
    }

    [Fact]
    public void RetryPolicy_FailingActivity_TriesAgainWithLongerPausesAndThenIsAnIncident()
    {
        var line = Draw.Say("x", "variables.N > 0 ? 'ok' : missing.value");
        line["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["retry"] = new System.Text.Json.Nodes.JsonObject { ["count"] = 2, ["delay"] = "00:01:00", ["factor"] = 3 } };
        var (world, instance) = Draw.Run(Draw.Sequence("s", line), "N");

        Assert.Equal(Draw.Settings.Now.AddMinutes(1), Assert.Single(instance.State.Bookmarks).DueAt);
        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(Draw.Settings.Now.AddMinutes(4), Assert.Single(instance.State.Bookmarks).DueAt);
        Assert.Empty(instance.State.Incidents);
        world.Pass(TimeSpan.FromMinutes(3));
        Assert.Empty(instance.State.Bookmarks);
        var incident = Assert.Single(instance.State.Incidents);

        world.Apply(instance, new Stimulus.EditVariable("N", 1));
        world.Apply(instance, new Stimulus.Retry(incident.ActivityInstanceId));
        Assert.Equal(["ok"], world.Console);
    }

    private sealed class Throws : CaseMgmt.Workflows.Activities.Activity
    {
        public override CaseMgmt.Workflows.Activities.ActivityDescriptor Descriptor { get; } = new("Elsa.Throws", 1, "Tests", new("抛", "Throws"), new("抛", "Throws"), "x", [], [], ["Done"]);

        public override ActivityResult Execute(ActivityContext context)
        {
            context.Wait("x");
            context.Emit(new PublishStimulus("x", null, null));
            throw new InvalidOperationException("bug");
        }
    }
}
