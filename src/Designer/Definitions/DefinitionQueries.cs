using System.Globalization;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Definitions;

/// <summary>Studio's ways to name versions, as queries over the rows.</summary>
public static class DefinitionQueries
{
    public static IQueryable<DefinitionRow> Latest(this IQueryable<DefinitionRow> rows) =>
        rows.Where(row => !rows.Any(other => other.DefinitionId == row.DefinitionId && other.DefinitionVersion > row.DefinitionVersion));

    public static IQueryable<DefinitionRow> Published(this IQueryable<DefinitionRow> rows) => rows.Where(row => row.IsLatestPublished);

    /// <param name="options">Latest, Published, Draft, LatestOrPublished, LatestAndPublished, AllVersions, a number; anything else is all.</param>
    public static IQueryable<DefinitionRow> Named(this IQueryable<DefinitionRow> rows, string? options) => options switch
    {
        "Latest" => rows.Latest(),
        "Published" => rows.Published(),
        "Draft" => rows.Where(row => row.State == DefinitionStates.Draft),
        // Published where there is one, else the latest.
        "LatestOrPublished" => rows.Where(row => row.IsLatestPublished
            || (!rows.Any(other => other.DefinitionId == row.DefinitionId && other.IsLatestPublished)
                && !rows.Any(other => other.DefinitionId == row.DefinitionId && other.DefinitionVersion > row.DefinitionVersion))),
        "LatestAndPublished" => rows.Where(row => row.IsLatestPublished
            || !rows.Any(other => other.DefinitionId == row.DefinitionId && other.DefinitionVersion > row.DefinitionVersion)),
        { } number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => rows.Where(row => row.DefinitionVersion == version),
        _ => rows,
    };
}
