namespace CaseMgmt.Cases.Plans;

/// <summary>One inspection type in the words of both companies. An empty word: that vocabulary has none of its own for it.</summary>
/// <param name="Code">Ours.</param>
/// <param name="StateGrid">What State Grid calls it (国家电网).</param>
/// <param name="SouthernGrid">What China Southern Grid calls it (南方电网).</param>
/// <param name="TableCode">Code of the inspection type in State Grid's standard code table.</param>
public sealed record TaskType(string Code, string StateGrid, string SouthernGrid, string TableCode);

/// <summary>
/// The inspection types and their names in both vocabularies (docs/schemes.md says why). State Grid inspects on line, by special topic and on site, and its code
/// table adds review and sampling; Southern Grid inspects routinely, on line and by special topic, and what is drawn or visited is routine there. Pure.
/// </summary>
public static class TaskTypes
{
    public static readonly IReadOnlyList<TaskType> All =
    [
        new("online", "在线稽查", "在线稽查", "01"),
        new("routine", "常态稽查", "常态稽查", "01"),
        new("special", "专项稽查", "专项稽查", "02"),
        new("onsite", "现场稽查", "常态稽查", "01"),
        new("review", "审核稽查", "在线稽查", "03"),
        new("sampling", "抽检稽查", "常态稽查", "04"),
    ];

    public static bool IsKnown(string? code) => All.Any(type => type.Code == code);

    public static TaskType? Find(string? code) => All.FirstOrDefault(type => type.Code == code);

    /// <summary>Our type of a State Grid word, with or without 稽查; null for a word that is none.</summary>
    public static string? FromStateGrid(string word) => All.FirstOrDefault(type => Same(type.StateGrid, word))?.Code;

    /// <summary>
    /// Our type of a Southern Grid word. A word that stands for several of ours means the one that has the same word in both vocabularies, so that going there and
    /// back gives the same word.
    /// </summary>
    public static string? FromSouthernGrid(string word) =>
        All.Where(type => Same(type.SouthernGrid, word)).OrderByDescending(type => type.StateGrid == type.SouthernGrid).FirstOrDefault()?.Code;

    private static bool Same(string name, string word) => name == word.Trim() || name == word.Trim() + "稽查";
}
