using System.Text.RegularExpressions;

namespace CaseMgmt.Cases.Tasks;

/// <summary>What a case is called: its leading theme and what was found. Written once, in the language of the utility; readers of English get the same in theirs.</summary>
public static partial class CaseTitle
{
    /// <param name="theme">Chinese name of the leading theme.</param>
    /// <param name="themes">How many themes found something.</param>
    /// <param name="objects">Keys of what was found.</param>
    public static string Write(string theme, int themes, IReadOnlyList<string> objects)
    {
        var lead = themes == 1 ? theme : $"{theme}等{themes}个主题";
        return objects.Count == 1 ? $"{lead} {objects[0]}" : $"{lead}（{objects.Count}条）";
    }

    /// <summary>The title in English where it is one that <see cref="Write"/> made; any other is left as its author wrote it.</summary>
    public static string InEnglish(string title, string themeZh, string themeEn) =>
        title.StartsWith(themeZh, StringComparison.Ordinal) && Rest().Match(title[themeZh.Length..]) is { Success: true } rest
            ? themeEn + Themes(rest.Groups["themes"].Value) + Objects(rest)
            : title;

    private static string Themes(string count) => count.Length == 0 ? "" : $" and others, {count} themes";

    private static string Objects(Match rest) => rest.Groups["items"].Success ? $" ({rest.Groups["items"].Value} items)" : $" {rest.Groups["object"].Value}";

    [GeneratedRegex("^(等(?<themes>[0-9]+)个主题)?( (?<object>.+)|（(?<items>[0-9]+)条）)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Rest();
}
