using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseMgmt.Designer.Definitions;

/// <summary>Studio names one version by one id. Ours is made of what the version is, so that it never needs a column: "online-audit-v3".</summary>
public static partial class VersionId
{
    public static string Of(string definitionId, int version) => string.Create(CultureInfo.InvariantCulture, $"{definitionId}-v{version}");

    public static (string DefinitionId, int Version)? Parse(string id) =>
        Pattern().Match(id) is { Success: true } match && int.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (match.Groups[1].Value, version) : null;

    [GeneratedRegex(@"^(.+)-v(\d+)$")]
    private static partial Regex Pattern();
}
