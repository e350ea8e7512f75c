using System.Globalization;

namespace CaseMgmt.Cases.Inbox;

/// <summary>Where a list by time went on: the time and id of the last line shown. A text that does not parse starts from the top.</summary>
public sealed record Cursor(DateTime At, string Id)
{
    public static Cursor? TryParse(string? text) =>
        text?.Split('_', 2) is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DateTime.MaxValue.Ticks
            ? new Cursor(new DateTime(number, DateTimeKind.Utc), id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}_{Id}");
}
