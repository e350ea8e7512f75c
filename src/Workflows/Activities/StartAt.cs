using System.Globalization;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Waits until an instant, however far away; an instant that has passed is no wait. A text without zone is in the configured zone.</summary>
public sealed class StartAt : Activity
{
    public override ActivityDescriptor Descriptor { get; } = Describe.Elsa(
        "StartAt", "Scheduling", "定时", "Start at", "等到指定的时刻", "Waits until an instant", "calendar",
        Describe.Input("DateTime", "DateTimeOffset", "时刻", "Date and time", "例如 2026-03-01T08:00", "For example 2026-03-01T08:00", null, "datetime-picker")) with
    { IsTrigger = true };

    public override ActivityResult Execute(ActivityContext context)
    {
        var activation = (ActivationContext)context;
        if (activation.IsTrigger)
        {
            return ActivityResult.Done;
        }

        if (Instant(context.Text("DateTime"), activation.Advancement.Settings.Zone) is not { } due)
        {
            return ActivityResult.Failed("date-time", "The date and time is missing or cannot be read.");
        }

        if (due <= context.Now)
        {
            return ActivityResult.Done;
        }

        context.WaitUntil(due, "Elsa.StartAt");
        return ActivityResult.Waiting;
    }

    internal override Label? Refuses(CompiledNode node) => node.InputText("DateTime") is { Length: > 0 } text && Instant(text, TimeZoneInfo.Utc) is null
        ? new($"“{text}”不是时刻，请写成 2026-03-01T08:00。", $"\"{text}\" is no date and time; write it like 2026-03-01T08:00.")
        : null;

    public override DateTime? DueSince(ActivityContext context, DateTime since) =>
        Instant(context.Text("DateTime"), ((ActivationContext)context).Advancement.Settings.Zone);

    internal static DateTime? Instant(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed))
        {
            return null;
        }

        return parsed.Kind switch
        {
            DateTimeKind.Utc => parsed,
            DateTimeKind.Local => DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture).UtcDateTime,
            _ => TimeZoneInfo.ConvertTimeToUtc(parsed, zone),
        };
    }
}
