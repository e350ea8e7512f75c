using System.Text;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

public sealed class StateTests
{
    [Fact]
    public void Value_NestedNearlyAHundredLevels_IsReadAgain()
    {
        var definition = Draw.Compile(Draw.Sequence("s", Draw.Set("v", "N", Nested(98)), Draw.Wait("w")), "N");
        var state = Interpreter.Advance(definition, InstanceState.New("i", definition), new Stimulus.Start([]), Draw.Settings).Next;

        var text = state.Write(definition);

        Assert.Equal(text, InstanceState.Read(text, definition).Write(definition));
        Assert.Contains("[[[[", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_NestedDeeperThanAStateCarries_IsAnIncidentOfItsActivity()
    {
        var (_, instance) = Draw.Run(Draw.Sequence("s", Draw.Set("v", "N", Nested(300)), Draw.Wait("w")), "N");

        Assert.Equal("v", Assert.Single(instance.State.Incidents).ActivityId);
        Assert.Contains("nested", instance.State.Incidents[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_NestedAHundredLevels_RunToTheirEnd()
    {
        var root = Draw.Line("deep");
        for (var level = 0; level < 100; level++)
        {
            root = level % 3 == 0 ? Draw.Sequence("s" + level, root) : level % 3 == 1 ? Draw.Activity("If", "i" + level, ("condition", Draw.Literal(true)), ("then", root)) : Draw.Flow("", root);
            root["id"] = "n" + level;
        }

        var (world, instance) = Draw.Run(root);

        Assert.Equal((WorkflowSubStatus.Finished, "deep"), (instance.State.SubStatus, world.Console[0]));
    }

    private static string Nested(int levels) => $"const deeper = n => n === 0 ? 1 : [deeper(n - 1)]; return deeper({levels})";

    [Fact]
    public void State_OfAWaitingCase_IsSmall()
    {
        var definition = Draw.Compile(Draw.Flow("a>w w>z", Draw.Line("a"), Draw.Wait("w"), Draw.Line("z")), "N");
        var started = Interpreter.Advance(definition, InstanceState.New("01890000000000000001", definition, "case/17"), new Stimulus.Start([]), Draw.Settings);

        Assert.InRange(Encoding.UTF8.GetByteCount(started.Next.Write(definition)), 100, 600);
    }

    [Fact]
    public void State_AfterTenThousandSteps_IsAsSmallAsAfterTen()
    {
        var definition = Draw.Compile(Draw.Flow("w>i i>w", Draw.Wait("w"), Draw.Set("i", "N", "variables.N + 1")), "N");
        var state = Interpreter.Advance(definition, InstanceState.New("i", definition), new Stimulus.Start([]), Draw.Settings).Next;
        var early = 0;
        for (var step = 0; step < 10_000; step++)
        {
            state = Interpreter.Advance(definition, state, new Stimulus.ResumeBookmark(state.Bookmarks[0].Id, null), Draw.Settings).Next;
            early = step == 10 ? state.Write(definition).Length : early;
        }

        Assert.InRange(state.Write(definition).Length, early, early + 20);
        Assert.Equal(10_000, state.Variables["N"]!.GetValue<long>());
    }

    [Fact]
    public void Ids_OfTheSameHistory_AreTheSame()
    {
        var definition = Draw.Compile(Draw.Flow("v>w", Draw.Wait("v"), Draw.Wait("w")));
        var one = Interpreter.Advance(definition, InstanceState.New("i", definition), new Stimulus.Start([]), Draw.Settings);
        var again = Interpreter.Advance(definition, InstanceState.New("i", definition), new Stimulus.Start([]), Draw.Settings);

        Assert.Equal("i-1-1", one.Opened[0].Id);
        Assert.Equal(one.Opened[0], again.Opened[0] with { Payload = one.Opened[0].Payload });
    }
}
