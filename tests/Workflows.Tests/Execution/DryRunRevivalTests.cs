using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

/// <summary>A rehearsal goes as a real host would: what comes for an instance that has failed is kept until somebody revives it.</summary>
public sealed class DryRunRevivalTests
{
    [Fact]
    public void FailedParent_WhatComesMeanwhile_IsTakenWhenItIsRevived()
    {
        var (world, parent) = Draw.Run(Parent, DefinitionCompiler.Compile(Draw.Definition(Draw.Flow("", Draw.Wait("go")), "child"), Draw.Catalog));
        world.Tell("break");
        Assert.Equal(WorkflowSubStatus.Faulted, parent.State.SubStatus);

        world.Tell("go");
        world.Tell("word");
        Assert.Equal(2, parent.State.Bookmarks.Count);

        world.Apply(parent, new Stimulus.Skip(parent.State.Incidents.Single().ActivityInstanceId));
        Assert.Equal((WorkflowStatus.Finished, WorkflowSubStatus.Finished), (parent.State.Status, parent.State.SubStatus));
    }

    private static CompiledDefinition Parent => DefinitionCompiler.Compile(
        Draw.Definition(
            Draw.Flow(
                "fork.A>all fork.B>break break>broken fork.C>word",
                Draw.Activity("FlowFork", "fork", ("branches", Draw.Json("[\"A\",\"B\",\"C\"]"))),
                Draw.Activity("DispatchWorkflow", "all", ("workflowDefinitionId", Draw.Literal("child")), ("waitForCompletion", Draw.Literal(true))),
                Draw.Wait("break"), Draw.Activity("Fault", "broken", ("message", Draw.Literal("broken"))), Draw.Wait("word")),
            strategy: "Elsa.FaultStrategy"),
        Draw.Catalog);
}
