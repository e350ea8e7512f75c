using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CaseMgmt.Designer.Hosting;

/// <summary>A compressed twin: its name in HTTP and its ending on disk.</summary>
public sealed record StudioEncoding(string Name, string Suffix)
{
    // Best first. Browsers offer br over HTTPS and to localhost only, so an intranet without TLS lives on gzip.
    private static readonly StudioEncoding[] Known = [new("br", ".br"), new("gzip", ".gz")];

    /// <summary>The best encoding that the client takes and that exists, or null for the plain file.</summary>
    public static StudioEncoding? Best(StringValues acceptEncoding, Func<StudioEncoding, bool> exists)
    {
        if (StringValues.IsNullOrEmpty(acceptEncoding) || !StringWithQualityHeaderValue.TryParseList([.. acceptEncoding!], out var accepted))
        {
            return null;
        }

        return Known.FirstOrDefault(encoding => Takes(accepted, encoding.Name) && exists(encoding));
    }

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string name) =>
        accepted.Any(entry => entry.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && entry.Quality is null or > 0);
}
