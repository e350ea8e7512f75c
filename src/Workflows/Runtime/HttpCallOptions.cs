namespace CaseMgmt.Workflows.Runtime;

/// <summary>Which hosts the HTTP activities may call, and for how long. Without configuration they may call none.</summary>
public sealed record HttpCallOptions
{
    /// <summary>"erp.example", "erp.example:8443" (that port only) or "*.example" (every host below it). Redirects have to stay on this list too.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>From the first byte sent to the last byte read, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An answer that is longer is refused: it would live in the instance's state.</summary>
    public int MostBytes { get; init; } = 256 * 1024;

    /// <summary>Pure.</summary>
    public bool Allows(Uri url) => url.Scheme is "http" or "https" && AllowedHosts.Any(entry => Matches(entry, url));

    private static bool Matches(string entry, Uri url)
    {
        var authority = entry.Contains(':', StringComparison.Ordinal) && !entry.StartsWith('[') ? $"{url.Host}:{url.Port}" : url.Host;
        return entry.StartsWith("*.", StringComparison.Ordinal)
            ? authority.EndsWith(entry[1..], StringComparison.OrdinalIgnoreCase)
            : authority.Equals(entry, StringComparison.OrdinalIgnoreCase);
    }
}
