using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace CaseMgmt.Workflows.Tests.Execution;

/// <summary>Random flowcharts with random stimuli keep what must always hold.</summary>
public sealed class InterpreterProperties
{
    private const int Steps = 30;

    // Many random charts loop without a wait; a small budget ends them soon.
    private static readonly AdvanceSettings Settings = Draw.Settings with { ActivityBudget = 200 };

    [Fact]
    public void AnyDefinition_AnyStimuli_KeepTheInvariants() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Play(seed)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyRun_MigratedToTheSameVersion_ContinuesTheSame() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Migrated(seed)).QuickCheckThrowOnFailure();

    private static void Play(int seed)
    {
        var random = new Random(seed);
        var definition = Draw.Compile(Chart(random), "N");
        var state = InstanceState.New("i", definition);
        var burnt = new HashSet<string>();
        var effects = new HashSet<string>();
        Stimulus stimulus = new Stimulus.Start([]);
        for (var step = 0; step < Steps; step++)
        {
            var settings = Settings with { Now = Settings.Now.AddHours(step) };
            var before = state.Write(definition);
            var transition = Interpreter.Advance(definition, state, stimulus, settings);

            Assert.Equal(before, state.Write(definition));
            AssertSame(transition, Interpreter.Advance(definition, InstanceState.Read(before, definition), stimulus, settings), definition);
            AssertInvariants(transition, burnt, effects);
            state = InstanceState.Read(transition.Next.Write(definition), definition);
            Assert.Equal(transition.Next.Write(definition), state.Write(definition));
            stimulus = Next(random, state, burnt);
        }
    }

    private static void AssertSame(Transition one, Transition other, CompiledDefinition definition)
    {
        Assert.Equal(one.Next.Write(definition), other.Next.Write(definition));
        Assert.Equal(one.Log.Select(line => $"{line.ActivityInstanceId} {line.Event}"), other.Log.Select(line => $"{line.ActivityInstanceId} {line.Event}"));
        Assert.Equal(one.Opened.Select(bookmark => bookmark.Id), other.Opened.Select(bookmark => bookmark.Id));
        Assert.Equal(one.Effects.Select(effect => effect.Id), other.Effects.Select(effect => effect.Id));
        Assert.Equal(one.Console, other.Console);
    }

    private static void AssertInvariants(Transition transition, HashSet<string> burnt, HashSet<string> effects)
    {
        var state = transition.Next;
        var live = state.Activities.Select(activity => ActivityInstance.IdOf(state.InstanceId, activity.Number)).ToHashSet();
        if (state.Status == WorkflowStatus.Running)
        {
            Assert.True(state.Bookmarks.Count > 0 || state.Incidents.Count > 0, "An instance waits for nothing.");
        }
        else if (state.SubStatus != WorkflowSubStatus.Faulted)
        {
            Assert.Empty(state.Bookmarks);
            Assert.Empty(state.Incidents);
        }

        Assert.All(state.Bookmarks, bookmark => Assert.Contains(bookmark.ActivityInstanceId, live));
        Assert.All(state.Incidents, incident => Assert.Contains(incident.ActivityInstanceId, live));
        if (transition.Refused is null)
        {
            Assert.All(transition.Effects, effect => Assert.True(effects.Add(effect.Id), "An effect came twice."));
            Assert.All(transition.BurntBookmarkIds, id => Assert.True(burnt.Add(id), "A bookmark was burnt twice."));
        }
    }

    private static void Migrated(int seed)
    {
        var random = new Random(seed);
        var chart = Chart(random);
        var one = DefinitionCompiler.Compile(Draw.Definition(chart, variables: "N"), Draw.Catalog);
        var two = DefinitionCompiler.Compile(Draw.Definition(chart, version: 2, variables: "N"), Draw.Catalog);
        var stayed = Interpreter.Advance(one, InstanceState.New("i", one), new Stimulus.Start([]), Settings).Next;
        if (stayed.Status == WorkflowStatus.Finished)
        {
            return;
        }

        var went = Migration.Migrate(stayed, one, two, new Dictionary<string, string>()).State!;
        for (var step = 0; step < Steps; step++)
        {
            var stimulus = Next(random, stayed, []);
            var first = Interpreter.Advance(one, stayed, stimulus, Settings);
            var second = Interpreter.Advance(two, went, Translate(stimulus, stayed, went), Settings);
            Assert.Equal(first.Log.Select(line => $"{line.ActivityInstanceId} {line.Event}"), second.Log.Select(line => $"{line.ActivityInstanceId} {line.Event}"));
            Assert.Equal(first.Refused, second.Refused);
            (stayed, went) = (first.Next, second.Next);
        }
    }

    // A migration is a transition of its own, so later bookmarks carry another sequence; they are the same ones in the same order.
    private static Stimulus Translate(Stimulus stimulus, InstanceState stayed, InstanceState went) => stimulus switch
    {
        Stimulus.ResumeBookmark resume => resume with { BookmarkId = Twin(resume.BookmarkId, stayed, went) },
        Stimulus.TimerDue timer => new Stimulus.TimerDue(Twin(timer.BookmarkId, stayed, went)),
        _ => stimulus,
    };

    private static string Twin(string id, InstanceState stayed, InstanceState went) =>
        went.Bookmarks[stayed.Bookmarks.TakeWhile(bookmark => bookmark.Id != id).Count()].Id;

    private static Stimulus Next(Random random, InstanceState state, HashSet<string> burnt) => random.Next(20) switch
    {
        0 when burnt.Count > 0 => new Stimulus.ResumeBookmark(burnt.First(), null),
        1 when state.Incidents.Count > 0 => new Stimulus.Skip(state.Incidents[0].ActivityInstanceId),
        2 when state.Activities.Count > 0 => new Stimulus.Skip(ActivityInstance.IdOf("i", state.Activities[random.Next(state.Activities.Count)].Number)),
        3 when state.Incidents.Count > 0 => new Stimulus.Retry(state.Incidents[0].ActivityInstanceId),
        4 when state.Bookmarks.Count > 0 => new Stimulus.MoveToken(state.Bookmarks[0].ActivityInstanceId, "n" + random.Next(8)),
        5 => new Stimulus.EditVariable("N", random.Next(5)),
        6 when random.Next(10) == 0 => new Stimulus.Cancel(null),
        _ when state.Bookmarks.Count > 0 => state.Bookmarks[random.Next(state.Bookmarks.Count)] is { DueAt: { } } timed
            ? new Stimulus.TimerDue(timed.Id)
            : new Stimulus.ResumeBookmark(state.Bookmarks[random.Next(state.Bookmarks.Count)].Id, new JsonObject { ["n"] = random.Next(9) }),
        _ => new Stimulus.EditVariable("N", 1),
    };

    // Up to eight nodes of every kind that matters to tokens, wired at random, loops and dead ends included.
    private static JsonObject Chart(Random random)
    {
        var count = random.Next(1, 9);
        var nodes = Enumerable.Range(0, count).Select(index => Node(random, "n" + index)).ToArray();
        var wires = Enumerable.Range(0, random.Next(count * 2)).Select(_ =>
        {
            var from = random.Next(count);
            var port = nodes[from]["type"]!.ToString() == "Elsa.FlowDecision" ? (random.Next(2) == 0 ? ".True" : ".False") : "";
            return $"n{from}{port}>n{random.Next(count)}";
        });
        return Draw.Flow(string.Join(' ', wires), nodes);
    }

    private static JsonObject Node(Random random, string id)
    {
        var node = random.Next(13) switch
        {
            0 or 1 => Draw.Line(id),
            2 => Draw.Decide(id, "variables.N % 2 === 0"),
            3 => Draw.Set(id, "N", "variables.N + 1"),
            4 => Draw.Activity("FlowJoin", id, ("mode", Draw.Literal(random.Next(3) switch { 0 => "WaitAny", 1 => "WaitAll", _ => "WaitAllActive" }))),
            5 => Draw.Activity("Delay", id, ("timeSpan", Draw.Literal("01:00:00"))),
            6 => Draw.Say(id, "variables.N > 2 ? 'fine' : missing.value"),
            7 => Draw.Activity("ForEach", id, ("items", Draw.Json("[1,2]")), ("body", Draw.Wait(id + "w"))),
            8 => random.Next(3) == 0 ? Draw.Activity("End", id) : Draw.Line(id),
            9 => Draw.Activity("Parallel", id, ("activities", new JsonArray(Draw.Wait(id + "x"), Draw.Sequence(id + "y", Draw.Line(id + "l"), Draw.Wait(id + "z"))))),
            10 => Draw.Activity("PublishEvent", id, ("eventName", Draw.Literal("tick"))),
            _ => Draw.Wait(id),
        };
        if (random.Next(4) == 0)
        {
            var mode = random.Next(4) switch { 0 => "Race", 1 => "Cascade", 2 => "Merge", _ => "Converge" };
            node["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        }

        return node;
    }
}
