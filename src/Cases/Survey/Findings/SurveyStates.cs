namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>What can happen to a defect.</summary>
public enum SurveyEvent
{
    /// <summary>Somebody looked and it is one.</summary>
    Confirm,

    /// <summary>Somebody looked and it is none.</summary>
    Deny,

    /// <summary>A run over fresher data no longer finds it.</summary>
    Absent,

    /// <summary>A run finds it again.</summary>
    FoundAgain,
}

/// <summary>The states of a defect and what leads from one to the next; null refuses. Corrected is what the data says, never what a person says. Pure.</summary>
public static class SurveyStates
{
    public const string Found = "found";
    public const string Confirmed = "confirmed";
    public const string NoDefect = "no-defect";
    public const string Corrected = "corrected";

    public static readonly IReadOnlyList<string> All = [Found, Confirmed, NoDefect, Corrected];

    public static string? Next(string state, SurveyEvent what) => (state, what) switch
    {
        (Found or Confirmed or NoDefect, SurveyEvent.Confirm) => Confirmed,
        (Found or Confirmed, SurveyEvent.Deny) => NoDefect,
        (Found or Confirmed, SurveyEvent.Absent) => Corrected,
        (Corrected, SurveyEvent.FoundAgain) => Found,
        _ => null,
    };
}
