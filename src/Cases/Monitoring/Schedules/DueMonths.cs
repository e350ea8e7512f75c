using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Schedules;

/// <summary>What is due, split by whether its data is there.</summary>
/// <param name="Load">The present load; null where there is none, or where its source must not be used.</param>
/// <param name="Unfit">Why the source must not be used.</param>
/// <param name="Ready">Themes and the account month that each is to be screened over.</param>
/// <param name="Missing">Themes that wait, and the month that each waits for.</param>
public sealed record FoundMonths(ImportBatch? Load, RuleRefusal? Unfit, IReadOnlyList<DueTheme> Ready, IReadOnlyList<DueTheme> Missing);

/// <summary>A theme that is due and its account month.</summary>
public sealed record DueTheme(string Code, string Ym);

/// <summary>Which account months the schedules that are due mean, whether these are loaded, and the record of those that are not.</summary>
public sealed class DueMonths(CommitDoor door, DataSources sources, WorkingCalendar calendar, Ids ids, TimeProvider time)
{
    public async Task<FoundMonths> LookAsync(IReadOnlyList<ScanSchedule> due, CancellationToken cancellation)
    {
        var (load, unfit) = await PresentAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var meant = due.Select(row => (row.ThemeCode, Meant: NextRun.MonthMeant(row, now, calendar))).ToList();
        var usual = BusinessDay.Of(now).AddMonths(-1).ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture);
        if (load?.Ym is not { } newest)
        {
            return new(null, unfit, [], [.. meant.Select(each => new DueTheme(each.ThemeCode, each.Meant ?? usual))]);
        }

        var months = new Dictionary<string, string?>();
        foreach (var ym in meant.Select(each => each.Meant).OfType<string>().Distinct())
        {
            months[ym] = string.CompareOrdinal(ym, newest) > 0 ? null : await sources.HasBillsAsync(load, ym, cancellation) ? ym : newest;
        }

        return new(load, null, [.. meant.Select(each => new DueTheme(each.ThemeCode, each.Meant is null ? newest : months[each.Meant] ?? "")).Where(each => each.Ym.Length > 0)],
            [.. meant.Where(each => each.Meant is { } ym && months[ym] is null).Select(each => new DueTheme(each.ThemeCode, each.Meant!))]);
    }

    /// <summary>One run in state "no-data" for each month that is newly waited for; the schedules point to it and stay due.</summary>
    public async Task TellMissingAsync(FoundMonths found, CancellationToken cancellation)
    {
        foreach (var month in found.Missing.GroupBy(each => each.Ym, each => each.Code))
        {
            await door.RunAsync("system", session => TellAsync(session, found, month.Key, [.. month]), cancellation);
        }
    }

    private async ValueTask TellAsync(CommitSession session, FoundMonths found, string ym, List<string> codes)
    {
        var told = (await session.QueryAsync<ScanRun>($"state = {ScanRun.NoData} and ym = {ym}")).Select(run => (long?)run.Id).ToHashSet();
        var (id, count) = (ids.Next(), 0);
        foreach (var row in await session.QueryAsync<ScanSchedule>($"owner is null and theme_code in ({codes}) order by theme_code"))
        {
            var newly = !told.Contains(row.LastRunId);
            (row.LastRunId, row.LastDueAt) = newly ? (id, row.NextDueAt) : (row.LastRunId, row.LastDueAt);
            count += newly && await session.TryUpdateAsync(row) ? 1 : 0;
        }

        if (count > 0)
        {
            var why = found.Unfit ?? new RuleRefusal("month-not-loaded", null, [ym, found.Load?.Ym ?? "—"]);
            await session.InsertAsync(new ScanRun
            {
                Id = id, Ym = ym, Today = BusinessDay.Of(session.Now), BatchId = found.Load?.Id ?? 0, Source = sources.Default, State = ScanRun.NoData, StartedBy = session.Actor, StartedAt = session.Now,
                EndedAt = session.Now, Cause = "schedule", Total = count, Problem = why.Stored(),
            });
            await session.AppendHistoryAsync($"scan/{id}", "scan.ended", new() { ["ym"] = ym, ["state"] = ScanRun.NoData, ["problem"] = why.In("zh"), ["cause"] = "schedule", ["themes"] = count });
            session.Announce($"scan/{id}");
        }
    }

    private async Task<(ImportBatch? Load, RuleRefusal? Unfit)> PresentAsync(CancellationToken cancellation)
    {
        try
        {
            return (await sources.PresentAsync(sources.Default, cancellation), null);
        }
        catch (SourceUnfitException unfit)
        {
            return (null, unfit.Refusal);
        }
    }
}
