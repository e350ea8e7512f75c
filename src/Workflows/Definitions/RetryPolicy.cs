using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>
/// How often a failed activity tries again by itself before it becomes an incident: <c>customProperties.retry { count, delay, factor }</c> of its node.
/// Each pause is the one before times the factor, and never longer than a day.
/// </summary>
internal sealed record RetryPolicy(int Count, TimeSpan Delay, double Factor)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static RetryPolicy? Read(JsonObject node) =>
        TypeNames.At(node, "customProperties", "retry") is JsonObject policy && TypeNames.AsInteger(policy["count"]) is > 0 and <= 100 and var count
        && TimeSpan.TryParse(TypeNames.Text(policy["delay"]) ?? "00:01:00", CultureInfo.InvariantCulture, out var delay) && delay >= TimeSpan.Zero
            ? new RetryPolicy((int)count, delay, Math.Max(1, (double)(TypeNames.AsDecimal(policy["factor"]) ?? 2)))
            : null;

    /// <summary>The pause before the next attempt, or null if there is none left.</summary>
    public TimeSpan? PauseAfter(int attempt) => attempt >= Count ? null
        : TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Delay.TotalSeconds * Math.Pow(Factor, attempt)));
}
