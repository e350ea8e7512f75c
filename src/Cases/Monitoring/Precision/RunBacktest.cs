using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// POST /api/themes/{code}/versions/{number}/backtest: runs a version over past months of the present data of a source, beside the version in use as a control, and compares
/// with what closed cases confirmed. It works after the answer, month by month; the result is attached to the version. Rows of other organisations are not counted.
/// </summary>
public static class RunBacktest
{
    public const string Kind = "backtest";
    private const int UsualMonths = 6;
    private const int MostMonths = 13;

    /// <param name="Source">A warehouse, "embedded" for the copy, or null for the source that scans use.</param>
    public sealed record Request(int? Months, string? Source = null);

    public sealed record Answer(int Number, int? ControlNumber, long BatchId, IReadOnlyList<BacktestMonth> Months, BacktestMonth Total, Share? Rate, long DurationMs, string? Source = null, DateOnly? Stamp = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/themes/{code}/versions/{number:int}/backtest", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.backtest");

    private static async Task<IResult> HandleAsync(
        string code, int number, Request request, CaseDbContext db, Backtest backtest, DataSources sources, AnalysisRuns runs, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        var row = await db.Set<ThemeVersion>().AsNoTracking().FirstOrDefaultAsync(each => each.Code == code && each.Number == number, cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        if (await sources.PresentAsync(sources.Meant(request.Source), cancellation) is not { Ym: { } } batch)
        {
            return Problem.Unprocessable("no-data");
        }

        var months = Math.Clamp(request.Months ?? UsualMonths, 1, MostMonths);
        var run = await door.RunAsync(me.Actor, session => runs.OpenAsync(session, Kind, $"theme/{code}/{number}", me.OrgPath, months), cancellation);
        runs.Start(run, async (progress, stop) =>
        {
            var answer = await backtest.RunAsync(me, row, batch, months, progress, stop);
            await door.RunAsync(me.Actor, session => ProposeThreshold.AttachAsync(session, new ThemeEvidence
            {
                Id = ids.Next(), VersionId = row.Id, Code = code, Number = number, Kind = ThemeEvidence.Backtest, OrgPath = me.OrgPath, WrittenBy = me.Actor,
                DataJson = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web),
            }), stop);
            return answer;
        });
        return Results.Accepted($"/api/analyses/{run.Id}", new TestThemeVersion.Accepted(run.Id));
    }
}

/// <summary>Runs a version and the one in use month by month. It reads only.</summary>
public sealed class Backtest(IDbContextFactory<CaseDbContext> contexts, DataSources sources, ThemeLibrary library, TimeProvider time)
{
    public async Task<RunBacktest.Answer> RunAsync(CurrentAccount me, ThemeVersion row, ImportBatch batch, int months, AnalysisProgress progress, CancellationToken cancellation)
    {
        var (theme, control) = (ThemeContent.Read(row), library.Current.FirstOrDefault(each => each.Code == row.Code));
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var orgs = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(org => org.OrgNo, org => org.OrgPath, cancellation);
        var judged = await JudgedAsync(db, me, row.Code, cancellation);
        var started = time.GetTimestamp();
        using var connection = sources.Open(batch);
        var counted = new List<BacktestMonth>();
        foreach (var ym in MonthsBefore(batch.Ym!, months))
        {
            await progress.TellAsync(counted.Count, ym);
            counted.Add(await Task.Run(() => BacktestTally.Month(ym, Keys(theme, ym), Keys(control, ym), Of(ym)), cancellation));
        }

        var total = BacktestTally.Sum(counted);
        return new RunBacktest.Answer(row.Number, control?.Version, batch.Id, counted, total, Share.Of(total.ConfirmedKept, total.ConfirmedKept + total.UnfoundedKept),
            (long)time.GetElapsedTime(started).TotalMilliseconds, batch.Source, batch.Stamp);

        HashSet<string> Keys(Theme? version, string ym) => version is null ? [] : ScopedRun
            .Find(connection, version, ThemeLibrary.Standard(ym, DayOf(ym, batch)), orgs, cancellation)
            .Where(finding => me.Sees(orgs.GetValueOrDefault(finding.OrgNo, "/"))).Select(finding => finding.ObjKey).ToHashSet(StringComparer.Ordinal);

        Dictionary<string, bool> Of(string ym) => judged[ym].GroupBy(item => item.ObjKey).ToDictionary(group => group.Key, group => group.Any(item => item.Verdict == Verdict.Confirmed));
    }

    /// <summary>Account months up to the last one, oldest first. Pure.</summary>
    public static IReadOnlyList<string> MonthsBefore(string last, int count)
    {
        var first = DateOnly.ParseExact(last + "01", "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, count).Select(back => first.AddMonths(-back).ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture)).Reverse()];
    }

    /// <summary>The last month is looked at on the day the data tells, an earlier one as if on the day after its end.</summary>
    private static DateOnly DayOf(string ym, ImportBatch batch) => ym == batch.Ym && batch.Stamp is { } stamp ? stamp : DayAfter(ym);

    /// <summary>The first day after an account month. Pure.</summary>
    public static DateOnly DayAfter(string ym) => DateOnly.ParseExact(ym + "01", "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture).AddMonths(1);

    private static async Task<ILookup<string, JudgedItem>> JudgedAsync(CaseDbContext db, CurrentAccount me, string code, CancellationToken cancellation) =>
        (await JudgedItems.Query(db, me, me.OrgPath, null).Where(item => item.ThemeCode == code && item.CaseState == "closed" && item.Conclusion != null && item.Conclusion != "")
            .ToListAsync(cancellation)).ToLookup(item => item.Ym);
}
