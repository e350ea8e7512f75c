namespace CaseMgmt.Cases.Monitoring.ThemeTree;

/// <summary>What taking in a newer shipped tree does to the tree of a site. Pure.</summary>
/// <param name="Kept">Nodes that people here wrote or changed, with all above them.</param>
public sealed record TreeUpgrade(IReadOnlyList<ThemeNode> Added, IReadOnlyList<ThemeNode> Removed, IReadOnlyList<ThemeNode> Kept)
{
    /// <param name="before">The shipped tree that the site began with.</param>
    /// <param name="present">The site's tree as it stands.</param>
    /// <param name="after">The shipped tree to take in. A theme that a kept node names already is not hung a second time.</param>
    public static TreeUpgrade Of(IReadOnlyList<ThemeNode> before, IReadOnlyList<ThemeNode> present, IReadOnlyList<ThemeNode> after)
    {
        var shipped = before.ToDictionary(node => node.Code, StringComparer.Ordinal);
        var byCode = present.ToDictionary(node => node.Code, StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var own in present.Where(node => !(shipped.TryGetValue(node.Code, out var known) && Same(known, node))))
        {
            for (var node = own; node is not null && kept.Add(node.Code); node = node.ParentCode is { } above ? byCode.GetValueOrDefault(above) : null)
            {
            }
        }

        var stays = present.Where(node => kept.Contains(node.Code)).ToList();
        var hung = stays.SelectMany(ThemesOf).ToHashSet(StringComparer.Ordinal);
        var added = after.Where(node => !kept.Contains(node.Code)).ToList();
        added.ForEach(node => node.Themes = string.Join(',', ThemesOf(node).Where(theme => !hung.Contains(theme))));
        return new(added, [.. present.Where(node => !kept.Contains(node.Code))], stays);
    }

    public static IReadOnlyList<string> ThemesOf(ThemeNode node) => node.Themes.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(ThemeNode one, ThemeNode other) =>
        (one.ParentCode, one.Level, one.NameZh, one.NameEn, one.Themes, one.Sort) == (other.ParentCode, other.Level, other.NameZh, other.NameEn, other.Themes, other.Sort);
}
