using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;

namespace CaseMgmt.Designer.Fields;

/// <summary>English names of outcomes as lines of text. A line that names nothing yet is kept as an empty name, so that a draft stores what was typed; the check before publication refuses it.</summary>
internal static class OutcomeNames
{
    // Chinese keyboards give the wide sign.
    private static readonly char[] Signs = ['=', '＝'];

    /// <summary>Whether a line can hold this outcome and its name and give both back.</summary>
    public static bool IsSayable(string outcome, JsonNode? name) =>
        outcome.IndexOfAny([.. Signs, '\n']) < 0 && (name is null || (StudioJson.TextOf(name) is { } text && !text.Contains('\n', StringComparison.Ordinal)));

    public static string Text(JsonObject options) =>
        string.Join('\n', options.Where(option => option.Value!["en"] is not null).Select(option => Line(option.Key, option.Value!["en"]!.ToString())));

    /// <summary>The names that the lines give; of two lines for one outcome the last.</summary>
    public static IReadOnlyDictionary<string, string> Of(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parted)
        .GroupBy(each => each.Outcome).ToDictionary(same => same.Key, same => same.Last().Name);

    private static string Line(string outcome, string name) => name.Length == 0 ? outcome : $"{outcome}={name}";

    private static (string Outcome, string Name) Parted(string line) =>
        line.IndexOfAny(Signs) is > 0 and var at ? (line[..at].TrimEnd(), line[(at + 1)..].TrimStart()) : (line.Trim(Signs).Trim(), "");
}
