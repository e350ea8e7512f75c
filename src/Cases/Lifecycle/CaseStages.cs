namespace CaseMgmt.Cases.Lifecycle;

/// <summary>The seven stages of a case for its stepper. Pure.</summary>
public static class CaseStages
{
    public static readonly IReadOnlyList<string> Seven = ["monitor", "task", "dispatch", "handle", "recheck", "evaluate", "improve"];

    /// <param name="State">done, current or waiting.</param>
    public sealed record Step(string Key, string State, DateTime? At);

    /// <summary>
    /// A stage is done when it was answered and the case stands elsewhere: the definition may order the stages as it likes, so what happened is asked, not a rank.
    /// A case that was returned to an earlier stage shows that one as current and the later ones as waiting again.
    /// </summary>
    /// <param name="answered">Stage and time of every answered work item of the case and of its task, and of automatic steps, in any order.</param>
    public static IReadOnlyList<Step> Of(string current, IEnumerable<(string Stage, DateTime At)> answered)
    {
        var last = answered.GroupBy(answer => answer.Stage).ToDictionary(group => group.Key, group => group.Max(answer => answer.At));
        var currentSince = last.GetValueOrDefault(current, DateTime.MaxValue);
        return [.. Seven.Select(key => new Step(key, StateOf(key), last.TryGetValue(key, out var at) && StateOf(key) == "done" ? at : null))];

        string StateOf(string key) =>
            key == current ? "current"
            : !last.TryGetValue(key, out var at) ? "waiting"
            : current != "closed" && at > currentSince ? "waiting"
            : "done";
    }
}
