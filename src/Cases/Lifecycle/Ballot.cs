namespace CaseMgmt.Cases.Lifecycle;

/// <summary>How the answers of several people become one outcome. The first outcome of the node is "for", every other is "against". Pure.</summary>
public static class Ballot
{
    public const string All = "all";
    public const string Any = "any";
    public const string Majority = "majority";

    /// <summary>The outcome as soon as no further answer can change it; null while it is open.</summary>
    /// <param name="asked">How many people were asked.</param>
    /// <param name="votes">The outcomes chosen so far, in order.</param>
    public static string? Decide(string rule, int asked, IReadOnlyList<string> outcomes, IReadOnlyList<string> votes)
    {
        var needed = rule switch
        {
            Any => 1,
            Majority => (asked / 2) + 1,
            All => asked,
            _ => throw new FormatException($"Unknown rule '{rule}' for several answers."),
        };
        var inFavour = votes.Count(vote => vote == outcomes[0]);
        var against = votes.Count - inFavour;
        return inFavour >= needed ? outcomes[0]
            : asked - against < needed ? votes.Last(vote => vote != outcomes[0])
            : null;
    }
}
