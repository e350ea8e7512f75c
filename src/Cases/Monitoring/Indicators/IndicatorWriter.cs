using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>The facts of one indicator in one month, whole.</summary>
/// <param name="Watched">True where values beyond the limit raise alarms: the month that the load is about, not one that is filled in later.</param>
public sealed record IndicatorMonth(Indicator Indicator, string Ym, IReadOnlyList<IndicatorFact> Facts, bool Watched);

/// <summary>
/// Stores the facts of indicators in place of those of an earlier computation, and raises or clears alarms in the same commit. A unit has one alarm for an indicator
/// and month however often it is computed; the analysts are told of the uppermost unit only, because what is wrong in a county is known to be wrong in its city.
/// </summary>
public sealed class IndicatorWriter(CommitDoor door, Ids ids, NotificationRows notifications)
{
    /// <summary>Returns how many alarms are new.</summary>
    public Task<int> WriteAsync(IReadOnlyList<IndicatorMonth> months, IReadOnlyDictionary<string, string> names, string actor, CancellationToken cancellation) => door.RunAsync(actor, async session =>
    {
        var raised = 0;
        foreach (var month in months)
        {
            await session.ExecuteAsync($"delete from indicator_fact where code = {month.Indicator.Code} and ym = {month.Ym}");
            foreach (var fact in month.Facts)
            {
                fact.ComputedAt = session.Now;
                await session.InsertAsync(fact);
            }

            raised += await AlarmAsync(session, month, names);
        }

        session.Announce("indicators");
        return raised;
    }, cancellation);

    private async ValueTask<int> AlarmAsync(CommitSession session, IndicatorMonth month, IReadOnlyDictionary<string, string> names)
    {
        var known = (await session.QueryAsync<IndicatorAlarm>($"code = {month.Indicator.Code} and ym = {month.Ym}")).ToDictionary(alarm => alarm.OrgNo);
        var beyond = month.Facts.Where(fact => fact.Level == IndicatorLevels.Alarm).ToDictionary(fact => fact.OrgNo);
        foreach (var alarm in known.Values)
        {
            await AgainAsync(session, alarm, beyond.GetValueOrDefault(alarm.OrgNo));
        }

        List<IndicatorAlarm> fresh = month.Watched ? [.. beyond.Values.Where(fact => !known.ContainsKey(fact.OrgNo)).Select(fact => Of(fact, month.Indicator, session.Now))] : [];
        foreach (var alarm in fresh)
        {
            await session.InsertAsync(alarm);
            await session.AppendHistoryAsync($"indicator-alarm/{alarm.Id}", "indicator.alarm", new() { ["code"] = alarm.Code, ["ym"] = alarm.Ym, ["org"] = alarm.OrgNo, ["value"] = alarm.Value, ["limit"] = alarm.LimitValue });
        }

        foreach (var top in fresh.Where(alarm => !fresh.Exists(other => other != alarm && alarm.OrgPath.StartsWith(other.OrgPath, StringComparison.Ordinal))))
        {
            await TellAsync(session, month.Indicator, top, fresh.Count(alarm => alarm.OrgPath.StartsWith(top.OrgPath, StringComparison.Ordinal)), names);
        }

        return fresh.Count;
    }

    private async ValueTask TellAsync(CommitSession session, Indicator indicator, IndicatorAlarm alarm, int units, IReadOnlyDictionary<string, string> names)
    {
        string[] args = [$"{alarm.Ym[..4]}-{alarm.Ym[4..]}", $"{indicator.NameZh}{Notification.Languages}{indicator.NameEn}", names.GetValueOrDefault(alarm.OrgNo, alarm.OrgNo), Shown(indicator, alarm.Value),
            Shown(indicator, alarm.LimitValue), units.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        await notifications.AddAsync(session, Roles.Analyst, alarm.OrgPath, "indicator.alarm", args, $"indicator-alarm/{alarm.Id}");
    }

    /// <summary>An alarm that nobody has answered follows the value; one that was answered keeps what was answered.</summary>
    private static async ValueTask AgainAsync(CommitSession session, IndicatorAlarm alarm, IndicatorFact? beyond)
    {
        var (state, value) = (alarm.State, alarm.Value);
        alarm.State = alarm.State == IndicatorAlarm.Acknowledged ? alarm.State : beyond is null ? IndicatorAlarm.Cleared : IndicatorAlarm.Open;
        alarm.ClearedAt = beyond is null ? alarm.ClearedAt ?? session.Now : null;
        alarm.Value = beyond?.Value ?? alarm.Value;
        if ((state, value) != (alarm.State, alarm.Value))
        {
            await session.UpdateAsync(alarm);
        }
    }

    private IndicatorAlarm Of(IndicatorFact fact, Indicator indicator, DateTime now) => new()
    {
        Id = ids.Next(), Code = fact.Code, Ym = fact.Ym, OrgNo = fact.OrgNo, OrgPath = fact.OrgPath, Value = fact.Value!.Value, LimitValue = indicator.Alarm!.Value,
        Definition = indicator.Version, RaisedAt = now,
    };

    private static string Shown(Indicator indicator, decimal value) =>
        Math.Round(value, indicator.Decimals).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
}
