using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>One instance of a <see cref="DryRun"/> with everything it has logged.</summary>
public sealed class DryRunInstance
{
    private readonly List<LogEvent> log = [];
    private readonly List<Incident> incidents = [];
    private readonly List<ScopedVariable> endedScopes = [];
    private readonly HashSet<string> noted = [];

    internal DryRunInstance(CompiledDefinition definition, InstanceState state, StartChild? parent)
    {
        (Definition, State, Parent) = (definition, state, parent);
    }

    public CompiledDefinition Definition { get; }

    public InstanceState State { get; private set; }

    public IReadOnlyList<LogEvent> Log => log;

    /// <summary>Every incident that was raised, open or closed since.</summary>
    public IReadOnlyList<Incident> Incidents => incidents;

    /// <summary>Loop variables of scopes that ended since the last call of <see cref="ForgetScopes"/>.</summary>
    public IReadOnlyList<ScopedVariable> EndedScopes => endedScopes;

    public void ForgetScopes() => endedScopes.Clear();

    /// <summary>What started it as a child of another instance, or null.</summary>
    public StartChild? Parent { get; }

    /// <summary>It has not yet been left alone since it started.</summary>
    internal bool Settling { get; set; }

    internal void Take(Transition transition)
    {
        State = transition.Next;
        log.AddRange(transition.Log);
        incidents.AddRange(transition.Incidents);
        endedScopes.AddRange(transition.EndedScopes);
        foreach (var bookmark in transition.Opened)
        {
            if (log.Exists(line => line.Kind == LogKind.Suspended && line.ActivityInstanceId == bookmark.ActivityInstanceId))
            {
                noted.Add(bookmark.Id);
            }
        }
    }

    /// <summary>A wait for a child that did not run to its end at once is a suspension after all; Elsa logs it so.</summary>
    internal void NoteQuietWaits()
    {
        foreach (var bookmark in State.Bookmarks.Where(open => open.Children > 0 && noted.Add(open.Id)))
        {
            var activity = State.FindActivity(ActivityInstance.NumberOf(State.InstanceId, bookmark.ActivityInstanceId))!;
            log.Add(new LogEvent(Definition.Nodes[activity.Node], LogKind.Suspended, State.InstanceId, activity.Number, activity.Parent, null, null));
        }
    }

    /// <summary>Elsa wakes the parent for every child that ends and lets it wait again; here the last one wakes it, and the journal of a recording shows all.</summary>
    internal void NoteHeard(Bookmark bookmark)
    {
        var activity = State.FindActivity(ActivityInstance.NumberOf(State.InstanceId, bookmark.ActivityInstanceId))!;
        foreach (var kind in (LogKind[])[LogKind.Resumed, LogKind.Suspended])
        {
            log.Add(new LogEvent(Definition.Nodes[activity.Node], kind, State.InstanceId, activity.Number, activity.Parent, null, null));
        }
    }
}
