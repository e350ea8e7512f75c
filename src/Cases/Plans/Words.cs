namespace CaseMgmt.Cases.Plans;

/// <summary>Lists that a row keeps as one text with commas.</summary>
internal static class Words
{
    public static IReadOnlyList<string> Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Join(IEnumerable<string>? words) =>
        string.Join(',', (words ?? []).Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal));
}
