using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

public sealed class JoinTests
{
    [Fact]
    public void Join_BranchTwoStepsAway_WaitsForIt()
    {
        var (world, instance) = Draw.Run(Draw.Flow(
            "a>b a>c c>w w>d b>m d>m", Draw.Line("a"), Draw.Line("b"), Draw.Line("c"), Draw.Wait("w"), Draw.Line("d"), Draw.Line("m")));
        Assert.DoesNotContain("m", world.Console);

        world.Tell("w");

        Assert.Equal(["a", "b", "c", "d", "m"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void Join_BranchThatLoopsFirst_RunsOnce()
    {
        var (world, instance) = Draw.Run(
            Draw.Flow(
                "a>b a>w w>i i>d d.True>w d.False>m b>m", Draw.Line("a"), Draw.Line("b"), Draw.Wait("w"), Draw.Set("i", "N", "variables.N + 1"),
                Draw.Decide("d", "variables.N < 3"), Draw.Line("m")),
            "N");

        world.Tell("w");
        world.Tell("w");
        Assert.DoesNotContain("m", world.Console);
        world.Tell("w");

        Assert.Equal(["a", "b", "m"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void Join_InsideALoop_RunsOnceEachRound()
    {
        var (world, instance) = Draw.Run(
            Draw.Flow(
                "a>b a>c b>m c>m m>i i>d d.True>a d.False>z", Draw.Line("a"), Draw.Line("b"), Draw.Line("c"), Draw.Line("m"),
                Draw.Set("i", "N", "variables.N + 1"), Draw.Decide("d", "variables.N < 3"), Draw.Line("z")),
            "N");

        Assert.Equal("a b c m a b c m a b c m z", string.Join(' ', world.Console));
        Assert.Equal(WorkflowStatus.Finished, instance.State.Status);
    }

    [Fact]
    public void Join_BranchEndsByUnconnectedOutcome_GoesOnWithoutIt()
    {
        var (world, instance) = Draw.Run(
            Draw.Flow("a>b a>w w>d d.True>m b>m", Draw.Line("a"), Draw.Line("b"), Draw.Wait("w"), Draw.Decide("d", "false"), Draw.Line("m")));

        world.Tell("w");

        Assert.Equal(["a", "b", "m"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void Join_FailedBranch_WaitsUntilItIsSkipped()
    {
        var (world, instance) = Draw.Run(Draw.Flow("a>b a>x b>m x>m", Draw.Line("a"), Draw.Line("b"), Draw.Say("x", "missing.value"), Draw.Line("m")));
        Assert.DoesNotContain("m", world.Console);
        var incident = Assert.Single(instance.State.Incidents);

        var transition = world.Apply(instance, new Stimulus.Skip(incident.ActivityInstanceId));

        Assert.Equal([incident.ActivityInstanceId], transition.ClosedIncidents);
        Assert.Equal(["a", "b", "m"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void WaitAnyJoin_OtherBranchScheduledOnly_NeverRunsIt()
    {
        var (world, instance) = Draw.Run(Draw.Flow(
            "f>x f>j x>y y>j j>z", Draw.Line("f"), Draw.Activity("FlowJoin", "j", ("mode", Draw.Literal("WaitAny"))), Draw.Line("x"), Draw.Line("y"), Draw.Line("z")));

        Assert.Equal(["f", "x", "z"], world.Console);
        Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
    }

    [Fact]
    public void TwoForkBranches_AnsweredInEitherOrder_BothFinish()
    {
        foreach (var order in new[] { "x y", "y x" })
        {
            var (world, instance) = Draw.Run(Draw.Flow("a>x a>y x>m y>m", Draw.Line("a"), Draw.Wait("x"), Draw.Wait("y"), Draw.Line("m")));
            foreach (var name in order.Split(' '))
            {
                world.Tell(name);
            }

            Assert.Equal(["a", "m"], world.Console);
            Assert.Equal(WorkflowSubStatus.Finished, instance.State.SubStatus);
        }
    }

    [Fact]
    public void End_WhileAnotherBranchWaits_CancelsItAndFinishes()
    {
        var (_, instance) = Draw.Run(Draw.Flow("a>w a>e", Draw.Line("a"), Draw.Wait("w"), Draw.Activity("End", "e")));

        Assert.Equal("Workflow1:St flow:St a:St a:Co w:St w:Su e:St e:Co w:Ca flow:Co Workflow1:Co", instance.Journal());
        Assert.Empty(instance.State.Bookmarks);
    }

    [Fact]
    public void Race_OtherBranchIsWaiting_CancelsIt()
    {
        var merged = Draw.Line("m");
        merged["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["mergeMode"] = "Race" };
        var (_, instance) = Draw.Run(Draw.Flow("a>w a>b w>m b>m", Draw.Line("a"), Draw.Wait("w"), Draw.Line("b"), merged));

        Assert.Equal("Workflow1:St flow:St a:St a:Co w:St w:Su b:St b:Co w:Ca m:St m:Co flow:Co Workflow1:Co", instance.Journal());
    }

    [Fact]
    public void ForkWaitAny_FirstBranchDone_CancelsTheOthersOuterFirst()
    {
        var branches = new System.Text.Json.Nodes.JsonArray(Draw.Sequence("s1", Draw.Wait("w1")), Draw.Sequence("s2", Draw.Line("l2")));
        var (_, instance) = Draw.Run(Draw.Sequence("s", Draw.Activity("Fork", "k", ("joinMode", "WaitAny"), ("branches", branches))));

        Assert.Contains("s2:Co s1:Ca w1:Ca k:Co", instance.Journal(), StringComparison.Ordinal);
    }
}
