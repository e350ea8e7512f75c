using System.Globalization;
using CaseMgmt.Workflows.Runtime;

namespace CaseMgmt.Host.Serving;

/// <summary>
/// What the HTTP activities of lifecycles may call: "http:allow" is a list of hosts (with commas, or one entry each), "http:timeoutSeconds" the patience with
/// one call. Left out, nothing is called.
/// </summary>
public static class HttpCalls
{
    public static HttpCallOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("http");
        var hosts = section["allow"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            ?? [.. section.GetSection("allow").GetChildren().Select(entry => entry.Value).OfType<string>()];
        var options = new HttpCallOptions { AllowedHosts = hosts };
        return section["timeoutSeconds"] is { } text && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? options with { Timeout = TimeSpan.FromSeconds(seconds) }
            : options;
    }
}
