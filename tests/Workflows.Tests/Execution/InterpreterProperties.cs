using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace CaseMgmt.Workflows.Tests.Execution;

/// <summary>Random definitions with random stimuli keep what must always hold.</summary>
public sealed class InterpreterProperties
{
    private const int Steps = 30;

    // A cascade in a loop doubles its tokens with every round; what holds for hundreds holds for thousands.
    private const int Crowd = 150;

    // Many random charts loop without a wait; a small budget ends them soon.
    private static readonly AdvanceSettings Settings = Draw.Settings with { ActivityBudget = 200 };

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("PROPERTY_COUNT") ?? "150", CultureInfo.InvariantCulture);

    [Fact]
    public void AnyDefinition_AnyStimuli_KeepTheInvariants() => Check(Play);

    [Fact]
    public void AnyRun_MigratedToTheSameVersion_ContinuesTheSame() => Check(Migrated);

    [Fact]
    public void AnyFamilyOfInstances_AnyStimuli_LeavesNoParentBehindItsChildren() => Check(Family);

    /// <summary>Its chart has a child that fails while it waits for one of its own, which ends meanwhile.</summary>
    [Fact]
    public void Family_WhoseFailedParentIsRevivedAfterItsChildEnded_LeavesNoParentBehind() => Family(1953369767);

    private static void Check(Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(Count));

    private static void Play(int seed)
    {
        var random = new Random(seed);
        var definition = Draw.Compile(new RandomDefinitions(random).Chart(), "N");
        var state = InstanceState.New("i", definition);
        var (burnt, effects, opened) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        Stimulus stimulus = new Stimulus.Start([]);
        for (var step = 0; step < Steps && state.Activities.Count < Crowd; step++)
        {
            var settings = Settings with { Now = Settings.Now.AddHours(step) };
            var before = state.Write(definition);
            var transition = Interpreter.Advance(definition, state, stimulus, settings);

            Assert.Equal(before, state.Write(definition));
            AssertSame(transition, Interpreter.Advance(definition, InstanceState.Read(before, definition), stimulus, settings), definition);
            AssertInvariants(transition, burnt, effects, opened);
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

    private static void AssertInvariants(Transition transition, HashSet<string> burnt, HashSet<string> effects, HashSet<string> opened)
    {
        AssertWaits(transition.Next);
        if (transition.Refused is null)
        {
            Assert.All(transition.Effects, effect => Assert.True(effects.Add(effect.Id), "An effect came twice."));
            Assert.All(transition.Opened, bookmark => Assert.True(opened.Add(bookmark.Id), "A bookmark was opened twice."));
            Assert.All(transition.BurntBookmarkIds, id => Assert.True(burnt.Add(id), "A bookmark was burnt twice."));
            Assert.All(transition.Next.Bookmarks, bookmark => Assert.DoesNotContain(bookmark.Id, burnt));
        }
    }

    // Whatever is live waits for something: a bookmark, a child, a person who mends it. A runaway loop stops with work that the retry takes up again.
    private static void AssertWaits(InstanceState state)
    {
        var live = state.Activities.ToDictionary(activity => ActivityInstance.IdOf(state.InstanceId, activity.Number));
        Assert.All(state.Bookmarks, bookmark => Assert.Contains(bookmark.ActivityInstanceId, live.Keys));
        Assert.All(state.Incidents, incident => Assert.True(live[incident.ActivityInstanceId].Faulted, "An incident of an activity that has not failed."));
        if (state.Status == WorkflowStatus.Finished)
        {
            Assert.True(state.SubStatus == WorkflowSubStatus.Faulted || (state.Bookmarks.Count == 0 && state.Incidents.Count == 0), "An ended instance waits.");
            return;
        }

        Assert.True(state.Bookmarks.Count > 0 || state.Incidents.Count > 0, "An instance waits for nothing.");
        Assert.All(live, pair => Assert.True(
            pair.Value.Faulted || state.Bookmarks.Any(bookmark => bookmark.ActivityInstanceId == pair.Key) || state.Activities.Any(child => child.Parent == pair.Value.Number)
                || state.Incidents.Any(incident => incident.Code == "budget"), $"{pair.Key} waits for nothing."));
    }

    private static void Family(int seed)
    {
        var random = new Random(seed);
        var child = DefinitionCompiler.Compile(Draw.Definition(new RandomDefinitions(random).Chart(depth: 1), "child", strategy: random.Next(2) == 0 ? "Elsa.FaultStrategy" : null, variables: "N"), Draw.Catalog);
        // Timers in a cascade would multiply for as long as the clock is moved; each transition copies all that lives.
        var world = new DryRun(Settings) { MostTransitions = 300, MostInstances = Crowd };
        world.Add(Draw.Compile(new RandomDefinitions(random).Chart(), "N"));
        world.Add(child);
        try
        {
            world.Start("main", []);
            for (var step = 0; step < Steps && world.Instances.Sum(instance => instance.State.Activities.Count) < Crowd; step++)
            {
                Disturb(random, world);
                Assert.All(world.Instances, instance => AssertWaits(instance.State));
                Assert.All(world.Instances, instance => AssertWaitsForLivingChildren(instance, world));
            }
        }
        catch (InvalidOperationException problem) when (problem.Message.Contains("come to rest", StringComparison.Ordinal))
        {
            // Some charts start children for ever.
            return;
        }
    }

    // One that has failed hears of its children when it is revived.
    private static void AssertWaitsForLivingChildren(DryRunInstance instance, DryRun world) =>
        Assert.All(instance.State.Bookmarks.Where(bookmark => bookmark.Children > 0 && instance.State.Status == WorkflowStatus.Running), bookmark => Assert.Contains(
            world.Instances, one => one.Parent?.WaitBookmarkId == (bookmark.EachOf ?? bookmark.Id) && one.State.Status == WorkflowStatus.Running));

    private static void Disturb(Random random, DryRun world)
    {
        var instance = world.Instances[random.Next(world.Instances.Count)];
        switch (random.Next(6))
        {
            case 0:
                world.Pass(TimeSpan.FromHours(random.Next(30)));
                break;
            case 1:
                world.Tell("go");
                break;
            case 2 when instance.State.Incidents.Count > 0:
                world.Apply(instance, new Stimulus.Skip(instance.State.Incidents[0].ActivityInstanceId));
                break;
            case 3 when instance.Parent is not null && random.Next(4) == 0:
                world.Apply(instance, new Stimulus.Cancel(null));
                break;
            case var _ when instance.State.Bookmarks.FirstOrDefault(bookmark => bookmark is { DueAt: null, Children: 0 }) is { } open:
                world.Resume(instance, open.Id, new JsonObject { ["n"] = 1 });
                break;
            default:
                break;
        }
    }

    private static void Migrated(int seed)
    {
        var random = new Random(seed);
        var chart = new RandomDefinitions(random).Chart();
        var one = DefinitionCompiler.Compile(Draw.Definition(chart, variables: "N"), Draw.Catalog);
        var two = DefinitionCompiler.Compile(Draw.Definition(chart, version: 2, variables: "N"), Draw.Catalog);
        var stayed = Interpreter.Advance(one, InstanceState.New("i", one), new Stimulus.Start([]), Settings).Next;
        if (stayed.Status == WorkflowStatus.Finished)
        {
            return;
        }

        var went = Migration.Migrate(stayed, one, two, new Dictionary<string, string>()).State!;
        var again = random.Next(Steps);
        for (var step = 0; step < Steps && stayed.Activities.Count < Crowd; step++)
        {
            // Once more in the middle of the run, whatever it holds by then.
            went = step == again && Migration.Migrate(went, two, one, new Dictionary<string, string>()).State is { } back
                ? Migration.Migrate(back, one, two, new Dictionary<string, string>()).State!
                : went;
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
}
