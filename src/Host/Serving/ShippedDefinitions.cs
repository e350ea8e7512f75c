using System.Globalization;
using System.Text.RegularExpressions;
using CaseMgmt.Workflows.Runtime;

namespace CaseMgmt.Host.Serving;

/// <summary>
/// Takes the lifecycles that the product ships into the database: definitions/{lifecycle}/v{n}.json, oldest first. What is known by its content changes nothing,
/// so a start costs one comparison a file.
/// </summary>
public static partial class ShippedDefinitions
{
    public static async Task<int> ImportAsync(DefinitionStore store, string folder, CancellationToken cancellation)
    {
        var added = 0;
        foreach (var file in Files(folder))
        {
            var imported = await store.ImportAsync(await File.ReadAllTextAsync(file, cancellation), "system", publish: true, cancellation);
            added += imported.IsNew ? 1 : 0;
        }

        return added;
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        .SelectMany(lifecycle => Directory.EnumerateFiles(lifecycle, "v*.json")
            .Where(file => FileName().IsMatch(Path.GetFileName(file)))
            .OrderBy(file => int.Parse(FileName().Match(Path.GetFileName(file)).Groups[1].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^v(\d{1,6})\.json$")]
    private static partial Regex FileName();
}
