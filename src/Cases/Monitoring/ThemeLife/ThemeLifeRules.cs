using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>What may happen to a theme version, and which one runs. Pure.</summary>
public static class ThemeLifeRules
{
    public const string Drafted = "theme.drafted";
    public const string Edited = "theme.edited";
    public const string Discarded = "theme.discarded";

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
    /// <param name="authors">Persons who wrote on it, whoever did so last.</param>
    public static string? RefuseDecision(ThemeVersion version, string person, IReadOnlySet<string> authors) =>
        version.State != ThemeStates.Submitted ? "theme-state"
        : person.Length > 0 && (person == version.WrittenByPerson || authors.Contains(person)) ? "four-eyes"
        : null;

    /// <summary>Accounts that wrote on a version, from the theme's chain; of a number that was given up and begun again only those since then.</summary>
    public static IReadOnlySet<string> AuthorsOf(int number, IEnumerable<HistoryRow> chain)
    {
        var authors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in chain.Where(row => JsonNode.Parse(row.Data)?["number"]?.GetValue<int>() == number))
        {
            if (row.Kind == Discarded)
            {
                authors.Clear();
            }
            else if (row.Kind is Drafted or Edited)
            {
                authors.Add(row.Actor);
            }
        }

        return authors;
    }

    /// <summary>Of each theme the highest approved number that is effective on the day.</summary>
    public static IReadOnlyList<ThemeVersion> EffectiveOn(DateOnly day, IEnumerable<ThemeVersion> versions) =>
        [.. versions.Where(row => row.State == ThemeStates.Approved && row.EffectiveFrom <= day).GroupBy(row => row.Code).Select(group => group.MaxBy(row => row.Number)!)];
}
