namespace CaseMgmt.Designer.Replay;

/// <summary>What a version would have done with one recorded case.</summary>
/// <param name="Stop">Where the replay could not go on, or null when it came to the end.</param>
/// <param name="OtherWay">The first node at which it leaves the recorded path, or null.</param>
public sealed record ReplayResult(ReplayStop? Stop, OtherWay? OtherWay, IReadOnlyList<SlaBreach> Breaches, IReadOnlyList<FormMiss> Misses)
{
    public const string Same = "same";

    /// <summary>Every word that is true of the case, in one order; "same" when nothing is to be told.</summary>
    public IReadOnlyList<string> Flags =>
    [
        .. new[]
        {
            OtherWay is null ? null : "other-way", Breaches.Count == 0 ? null : "sla", Misses.Count == 0 ? null : "form",
            Stop is null ? null : Stop.Code == ReplayStop.Incident ? "incident" : "stopped",
        }.OfType<string>().DefaultIfEmpty(Same),
    ];
}

/// <summary>The replay ends before the case does. Nothing is made up: what history cannot answer stays open.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Code">incident; no-answer (nobody answered this step in history); unknown-outcome (the recorded answer is none of its outcomes); outside (it waits for an event, a call or another workflow); too-long.</param>
public sealed record ReplayStop(string Node, string Name, string Code, string? Detail)
{
    public const string Incident = "incident";
}

/// <param name="After">The last node both went through; null when they differ at once.</param>
/// <param name="Was">Node and outcome of the recorded path; null where it ended.</param>
/// <param name="Now">Node and outcome of the replay; null where it ends.</param>
public sealed record OtherWay(string? After, string? Was, string? Now);

/// <summary>The recorded working time of a step is more than the version allows.</summary>
/// <param name="WasLate">It was late by the limit of its day, too.</param>
public sealed record SlaBreach(string Node, string Name, decimal LimitHours, double Hours, bool WasLate);

/// <summary>The recorded answer would not pass the form of the version.</summary>
/// <param name="Code">The rule, or form-missing when the version names a form that is not there.</param>
public sealed record FormMiss(string Node, string Name, string Field, string Code);
