namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>What can happen to an anomaly.</summary>
public enum AnomalyEvent
{
    /// <summary>Somebody decides that it is to be handled.</summary>
    ToHandle,

    /// <summary>Somebody decides, with a reason, that it is not.</summary>
    Ignore,

    /// <summary>Somebody wants it looked at again.</summary>
    Reanalyse,

    /// <summary>A task takes it up; what becomes of it is decided there.</summary>
    Take,

    /// <summary>Its task goes to work.</summary>
    Dispatch,

    /// <summary>Its task lets it go again.</summary>
    Release,

    /// <summary>Its case is closed.</summary>
    Finish,

    /// <summary>Its closed case is taken up again.</summary>
    Reopen,

    /// <summary>A run over fresh data no longer finds it.</summary>
    Absent,

    /// <summary>A run finds it again.</summary>
    FoundAgain,
}

/// <summary>
/// The states of domain document 02 section 4.1 and what leads from one to the next. Null means that the event is refused. Pure; every writer of
/// <see cref="Anomaly.State"/> decides by this table.
/// </summary>
public static class AnomalyLife
{
    public static string? Next(string state, AnomalyEvent what) => (state, what) switch
    {
        (AnomalyStates.New or AnomalyStates.Reanalyse or AnomalyStates.SelfCleared, AnomalyEvent.ToHandle) => AnomalyStates.ToHandle,
        (AnomalyStates.New or AnomalyStates.Reanalyse or AnomalyStates.SelfCleared, AnomalyEvent.Ignore) => AnomalyStates.Ignored,
        (AnomalyStates.New or AnomalyStates.ToHandle or AnomalyStates.Reanalyse or AnomalyStates.SelfCleared or AnomalyStates.Ignored, AnomalyEvent.Reanalyse) => AnomalyStates.Reanalyse,
        (AnomalyStates.New or AnomalyStates.ToHandle or AnomalyStates.Reanalyse, AnomalyEvent.Take) => state,
        (AnomalyStates.ToHandle, AnomalyEvent.Dispatch) => AnomalyStates.InTask,
        (AnomalyStates.InTask, AnomalyEvent.Release) => AnomalyStates.ToHandle,
        (AnomalyStates.InTask, AnomalyEvent.Finish) => AnomalyStates.Done,
        (AnomalyStates.Done, AnomalyEvent.Reopen) => AnomalyStates.InTask,
        (AnomalyStates.New or AnomalyStates.ToHandle or AnomalyStates.Reanalyse, AnomalyEvent.Absent) => AnomalyStates.SelfCleared,
        (AnomalyStates.SelfCleared, AnomalyEvent.FoundAgain) => AnomalyStates.New,
        (_, AnomalyEvent.FoundAgain) => state,
        _ => null,
    };

    /// <summary>Every state that the event leads out of, with the one it leads to.</summary>
    public static IEnumerable<(string From, string To)> Moves(AnomalyEvent what) =>
        AnomalyStates.All.Select(state => (state, Next(state, what))).Where(move => move.Item2 is not null).Select(move => (move.state, move.Item2!));

    /// <summary>The event behind a decision of the triage, null for a word that is none.</summary>
    public static AnomalyEvent? OfDecision(string? decision) => decision switch
    {
        AnomalyStates.ToHandle => AnomalyEvent.ToHandle,
        AnomalyStates.Ignored => AnomalyEvent.Ignore,
        AnomalyStates.Reanalyse => AnomalyEvent.Reanalyse,
        _ => null,
    };

    /// <summary>
    /// Whether an anomaly that a run did not find has cleared itself: only where the data is of a newer load of the same source than the one that showed it, has that unit's month at
    /// all and rows of its county in every table of the rule (<see cref="Screening.UnitPresence"/>), and the same version of the rule looked. A missing load clears nothing.
    /// </summary>
    public static bool HasCleared(bool fresherData, bool unitLoaded, bool sameRule) => fresherData && unitLoaded && sameRule;
}
