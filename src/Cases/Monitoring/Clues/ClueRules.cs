namespace CaseMgmt.Cases.Monitoring.Clues;

/// <summary>What may happen to a clue. Pure.</summary>
public static class ClueRules
{
    /// <summary>Why nobody can be told; null if somebody can.</summary>
    public static string? RefuseAnswer(Clue clue) =>
        clue.Anonymous ? "clue-anonymous"
        : clue.State == Clue.Pending ? "clue-undecided"
        : clue.AnsweredAt is not null ? "clue-told"
        : null;
}
