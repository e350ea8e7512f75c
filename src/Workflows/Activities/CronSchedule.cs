using Cronos;

namespace CaseMgmt.Workflows.Activities;

/// <summary>
/// A cron expression as Elsa reads it: five fields (minute first) or six (second first), with names, lists, ranges, steps, L, W, # and the macros from @yearly to @every_second.
/// Days of month and week are both required when both are given. A local time that a clock change skips fires when the clock goes on, one that comes twice fires once.
/// </summary>
public sealed class CronSchedule
{
    private readonly CronExpression expression;

    private CronSchedule(CronExpression expression) => this.expression = expression;

    /// <summary>Null for a text that is no cron expression.</summary>
    public static CronSchedule? TryParse(string? text)
    {
        var fields = text?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        return CronExpression.TryParse(string.Join(' ', fields), fields.Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard, out var expression) ? new(expression) : null;
    }

    /// <summary>The first instant after <paramref name="after"/> (both UTC); null for a day that never comes.</summary>
    public DateTime? Next(DateTime after, TimeZoneInfo zone) => expression.GetNextOccurrence(DateTime.SpecifyKind(after, DateTimeKind.Utc), zone);
}
