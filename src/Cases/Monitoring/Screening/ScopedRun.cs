using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>
/// Runs a theme whose parameters have other values for some organisations. The rule runs once for everybody and once more for each organisation with a value of
/// its own; of each run only the rows of its own place are kept, and of an object with rows in
/// two places the one with the larger metric. A theme without such values costs one run.
/// </summary>
public static class ScopedRun
{
    public static IReadOnlyList<Finding> Find(
        IRuleSource source, Theme theme, RuleParameters standard, IReadOnlyDictionary<string, string> orgPaths, CancellationToken cancellation, Action<int>? keyless = null)
    {
        var scopes = Scopes(theme, orgPaths);
        return scopes.Count == 0
            ? RuleRun.Find(source, theme, standard, cancellation, keyless)
            : [.. scopes.Prepend("").SelectMany(scope => RuleRun.Find(source, For(theme, scope, orgPaths), standard, cancellation, scope.Length == 0 ? keyless : null)
                    .Where(row => Owner(scopes, orgPaths.GetValueOrDefault(row.OrgNo, "/")) == scope))
                .GroupBy(row => row.ObjKey, StringComparer.Ordinal).Select(rows => rows.MaxBy(row => row.Metric)!)
                .OrderBy(row => row.ObjKey, StringComparer.Ordinal)];
    }

    /// <summary>The theme as it is for one organisation: of each parameter the value of the deepest organisation at or above it.</summary>
    public static Theme For(Theme theme, string scope, IReadOnlyDictionary<string, string> orgPaths) => theme with
    {
        Parameters = [.. theme.Parameters.Select(parameter => parameter.Overrides
            .Where(each => orgPaths.TryGetValue(each.OrgNo, out var path) && scope.StartsWith(path, StringComparison.Ordinal))
            .MaxBy(each => orgPaths[each.OrgNo].Length) is { } nearest ? parameter with { Value = nearest.Value } : parameter)],
    };

    public static async Task<Dictionary<string, string>> OrgPathsAsync(IDbContextFactory<CaseDbContext> contexts, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
    }

    private static List<string> Scopes(Theme theme, IReadOnlyDictionary<string, string> orgPaths) =>
        [.. theme.Parameters.SelectMany(parameter => parameter.Overrides).Select(each => orgPaths.GetValueOrDefault(each.OrgNo)).OfType<string>().Distinct()];

    private static string Owner(List<string> scopes, string orgPath) =>
        scopes.Where(scope => orgPath.StartsWith(scope, StringComparison.Ordinal)).MaxBy(scope => scope.Length) ?? "";
}
