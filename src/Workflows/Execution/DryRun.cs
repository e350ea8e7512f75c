using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// A world in memory around the interpreter: instances, children, events and a clock that only the caller moves. Runs recordings and rehearsals;
/// effects of a domain are listed and not applied.
/// </summary>
public sealed class DryRun(AdvanceSettings settings)
{
    private readonly Dictionary<string, CompiledDefinition> definitions = new(StringComparer.Ordinal);
    private readonly List<DryRunInstance> instances = [];
    private readonly List<string> console = [];
    private readonly List<Effect> otherEffects = [];
    private readonly Queue<Action> outbox = new();
    private readonly List<(DryRunInstance For, Action What)> kept = [];
    private readonly Dictionary<string, int> heard = new(StringComparer.Ordinal);
    private int transitions;

    public DateTime Now { get; private set; } = settings.Now;

    /// <summary>A run that has not come to rest after so many transitions is ended with an <see cref="InvalidOperationException"/>.</summary>
    public int MostTransitions { get; init; } = 100_000;

    /// <summary>As <see cref="MostTransitions"/>, counted in instances.</summary>
    public int MostInstances { get; init; } = 5_000;

    public IReadOnlyList<DryRunInstance> Instances => instances;

    public IReadOnlyList<string> Console => console;

    /// <summary>Effects that only a real host can apply, in order.</summary>
    public IReadOnlyList<Effect> OtherEffects => otherEffects;

    /// <summary>Chooses the definition of each child that is started; where it names none, those that were added serve.</summary>
    public Func<StartChild, CompiledDefinition?> ChildDefinition { get; init; } = _ => null;

    public void Add(CompiledDefinition definition) => definitions[definition.DefinitionId] = definition;

    public DryRunInstance Start(string definitionId, JsonObject input, string? correlationId = null, string? instanceId = null)
    {
        var instance = Create(definitionId, correlationId, null, instanceId);
        Begin(instance, input);
        Settle();
        return instance;
    }

    /// <summary>Delivers a stimulus by name and key to every bookmark that waits for it now.</summary>
    public void Publish(string name, string? key, JsonNode? payload, string? correlationId = null)
    {
        Deliver(new PublishStimulus(name, key, payload, correlationId));
        Settle();
    }

    /// <summary>Cancels the instance that was started first.</summary>
    public void Cancel()
    {
        if (instances.Count > 0)
        {
            Apply(instances[0], new Stimulus.Cancel(null));
        }
    }

    /// <summary>Resumes one bookmark; false if it is not open.</summary>
    public bool Resume(DryRunInstance instance, string bookmarkId, JsonNode? payload)
    {
        var landed = Advance(instance, new Stimulus.ResumeBookmark(bookmarkId, payload));
        Settle();
        return landed.Refused is null;
    }

    public Transition Apply(DryRunInstance instance, Stimulus stimulus)
    {
        var transition = Advance(instance, stimulus);
        Settle();
        return transition;
    }

    /// <summary>Moves the clock and fires what falls due on the way, in order of time.</summary>
    public void Pass(TimeSpan time)
    {
        var until = Now + time;
        while (Due(until) is { } due)
        {
            Now = due.Bookmark.DueAt > Now ? due.Bookmark.DueAt!.Value : Now;
            Advance(due.Instance, new Stimulus.TimerDue(due.Bookmark.Id));
            Settle();
        }

        Now = until;
    }

    private (DryRunInstance Instance, Bookmark Bookmark)? Due(DateTime until) => instances
        .Where(instance => instance.State.Status == WorkflowStatus.Running)
        .SelectMany(instance => instance.State.Bookmarks, (instance, bookmark) => (Instance: instance, Bookmark: bookmark))
        .Where(wait => wait.Bookmark.DueAt <= until)
        .OrderBy(wait => wait.Bookmark.DueAt)
        .Select(wait => ((DryRunInstance, Bookmark)?)wait)
        .FirstOrDefault();

    private bool Knows(string definitionId) => definitions.ContainsKey(definitionId) || settings.KnowsDefinition?.Invoke(definitionId) == true;

    private DryRunInstance Create(string definitionId, string? correlationId, StartChild? child, string? instanceId = null)
    {
        var definition = (child is null ? null : ChildDefinition(child)) ?? definitions.GetValueOrDefault(definitionId)
            ?? throw new InvalidOperationException($"There is no definition {definitionId}.");
        if (instances.Count == MostInstances)
        {
            throw new InvalidOperationException($"The run did not come to rest after {MostInstances} instances.");
        }

        var id = instanceId ?? string.Create(CultureInfo.InvariantCulture, $"run{instances.Count + 1}");
        var instance = new DryRunInstance(definition, InstanceState.New(id, definition, correlationId, child?.InstanceId), child);
        instances.Add(instance);
        return instance;
    }

    private void Begin(DryRunInstance instance, JsonObject input)
    {
        instance.Settling = true;
        Advance(instance, new Stimulus.Start(input));
        outbox.Enqueue(() => Rest(instance, isLate: false));
    }

    // What waits only for children of its own comes to rest after they have run.
    private void Rest(DryRunInstance instance, bool isLate)
    {
        if (instance.State.Status == WorkflowStatus.Running && instance.Parent is { UntilRest: true, WaitBookmarkId: { } bookmark } parent)
        {
            if (!isLate && instance.State.Bookmarks.All(open => open.Children > 0))
            {
                outbox.Enqueue(() => Rest(instance, isLate: true));
                return;
            }

            Advance(instances.First(one => one.State.InstanceId == parent.InstanceId), new Stimulus.ResumeBookmark(bookmark, Result(instance)));
        }

        instance.Settling = false;
    }

    private void Settle()
    {
        while (outbox.TryDequeue(out var next))
        {
            next();
        }

        foreach (var instance in instances)
        {
            instance.NoteQuietWaits();
        }
    }

    private Transition Advance(DryRunInstance instance, Stimulus stimulus)
    {
        if (++transitions > MostTransitions)
        {
            throw new InvalidOperationException($"The run did not come to rest after {MostTransitions} transitions.");
        }

        var transition = Interpreter.Advance(instance.Definition, instance.State, stimulus, settings with { Now = Now, KnowsDefinition = Knows });
        if (transition.Refused is null)
        {
            var (before, after) = (instance.State.Status, transition.Status);
            var ended = before == WorkflowStatus.Running && after == WorkflowStatus.Finished;
            instance.Take(transition);
            console.AddRange(transition.Console);
            foreach (var effect in transition.Effects)
            {
                Queue(effect);
            }

            if (ended && instance.Parent is { WaitBookmarkId: { } bookmark } parent)
            {
                outbox.Enqueue(() => ReportEnd(instance, parent.InstanceId, bookmark));
            }

            if (before == WorkflowStatus.Finished && after == WorkflowStatus.Running)
            {
                HandOver(instance);
            }
        }

        return transition;
    }

    // What comes for an instance that has failed is kept until somebody revives it, as a real host does.
    private bool IsKept(DryRunInstance instance, Action what)
    {
        var failed = instance.State is { Status: WorkflowStatus.Finished, SubStatus: WorkflowSubStatus.Faulted };
        if (failed)
        {
            kept.Add((instance, what));
        }

        return failed;
    }

    private void HandOver(DryRunInstance revived)
    {
        foreach (var (_, what) in kept.Where(each => each.For == revived))
        {
            outbox.Enqueue(what);
        }

        kept.RemoveAll(each => each.For == revived);
    }

    private void Queue(Effect effect)
    {
        switch (effect)
        {
            case StartChild child:
                outbox.Enqueue(() => Begin(Create(child.DefinitionId, child.CorrelationId, child), child.Input));
                break;
            case PublishStimulus publish:
                outbox.Enqueue(() => Deliver(publish));
                break;
            default:
                otherEffects.Add(effect);
                break;
        }
    }

    private void Deliver(PublishStimulus publish)
    {
        foreach (var instance in instances.ToList())
        {
            if ((publish.LocalInstanceId ?? instance.State.InstanceId) != instance.State.InstanceId
                || (publish.CorrelationId is { } correlation && correlation != instance.State.CorrelationId))
            {
                continue;
            }

            foreach (var bookmark in instance.State.Bookmarks.Where(open => open.Name == publish.Name && (open.Key is null || open.Key == publish.Key)).ToList())
            {
                void Wake() => Advance(instance, new Stimulus.ResumeBookmark(bookmark.Id, publish.Payload?.DeepClone()));
                if (!IsKept(instance, Wake))
                {
                    Wake();
                }
            }
        }
    }

    private void ReportEnd(DryRunInstance child, string parentId, string bookmarkId)
    {
        var parent = instances.First(instance => instance.State.InstanceId == parentId);
        if (IsKept(parent, () => ReportEnd(child, parentId, bookmarkId))
            || parent.State.Bookmarks.FirstOrDefault(open => open.Id == bookmarkId || open.EachOf == bookmarkId) is not { } bookmark)
        {
            return;
        }

        if (bookmark.EachOf is not null)
        {
            Advance(parent, new Stimulus.ResumeBookmark(bookmark.Id, EndOf(child)));
            return;
        }

        var ended = heard[bookmarkId] = heard.GetValueOrDefault(bookmarkId) + 1;
        if (ended < bookmark.Children)
        {
            parent.NoteHeard(bookmark);
            return;
        }

        var faulted = instances.Count(instance => instance.Parent?.WaitBookmarkId == bookmarkId && instance.State.SubStatus == WorkflowSubStatus.Faulted);
        Advance(parent, new Stimulus.ResumeBookmark(bookmarkId, bookmark.Children == 1 && bookmark.Name != "Elsa.BulkDispatchWorkflows"
            ? Result(child)
            : ChildResult.OfMany(ended - faulted, faulted)));
    }

    private static JsonObject Result(DryRunInstance child)
    {
        var result = EndOf(child);
        if (child.Settling && child.Parent is not null)
        {
            result["inline"] = true;
            result[ChildResult.AtOnce] = true;
        }

        return result;
    }

    private static JsonObject EndOf(DryRunInstance child) =>
        ChildResult.Of(child.State.InstanceId, child.State.CorrelationId, child.State.Status, child.State.SubStatus, child.State.OutputsAsJson());
}
