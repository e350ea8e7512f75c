namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>What may happen to a theme version, and which one runs. Pure.</summary>
public static class ThemeLifeRules
{
    /// <summary>States in which the content may still change; an edit goes back to draft, because its test run is of other words.</summary>
    public static bool IsOpen(string state) => state is ThemeStates.Draft or ThemeStates.Tested or ThemeStates.Submitted;

    /// <summary>Why a version cannot be handed in; null if it can.</summary>
    public static string? RefuseSubmit(ThemeVersion version) => version.State switch
    {
        ThemeStates.Tested when version.TestJson is not null => null,
        ThemeStates.Draft => "theme-untested",
        _ => "theme-state",
    };

    /// <summary>Why this person cannot decide; null if he can. Persons are compared: a second account is not a second person.</summary>
    public static string? RefuseDecision(ThemeVersion version, string person) =>
        version.State != ThemeStates.Submitted ? "theme-state"
        : version.WrittenByPerson.Length > 0 && version.WrittenByPerson == person ? "four-eyes"
        : null;

    /// <summary>Of each theme the highest approved number that is effective on the day.</summary>
    public static IReadOnlyList<ThemeVersion> EffectiveOn(DateOnly day, IEnumerable<ThemeVersion> versions) =>
        [.. versions.Where(row => row.State == ThemeStates.Approved && row.EffectiveFrom <= day).GroupBy(row => row.Code).Select(group => group.MaxBy(row => row.Number)!)];
}
