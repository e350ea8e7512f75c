using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// GET /api/anomalies/{id}: the row, the rule that found it in the version it had, the data rows behind it, thirteen months of the object, and what was found
/// and done about the same object before.
/// </summary>
public static class ReadAnomaly
{
    private const int MostEarlier = 20;

    /// <summary>What goes beside the members of the list item.</summary>
    public sealed record More(string RuleText, string Purpose, string Calibre, int ThemeVersion, IReadOnlyList<Reading> Readings, IReadOnlyList<BehindTable> Behind, IReadOnlyList<Earlier> Earlier,
        string? Source, bool SourceAnswers, IReadOnlyList<TableDay> Freshness, IReadOnlyList<ValueInForce> Values, ClueBehind? Clue);

    /// <summary>The clue that somebody made it of, for whoever may know of the anomaly at all.</summary>
    public sealed record ClueBehind(string Number, string Source, string Content);

    public sealed record Earlier(long Id, string ThemeCode, string ThemeName, string Ym, string State, decimal Metric, decimal LimitValue, long? CaseId, string? CaseNumber);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/anomalies/{id:long}", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("anomalies.read");

    private static async Task<IResult> HandleAsync(
        long id, CaseDbContext db, CurrentAccount me, ThemeLibrary library, DataSources sources, HttpContext context, CancellationToken cancellation)
    {
        var row = await db.Set<Anomaly>().AsNoTracking().SeenBy(me).FirstOrDefaultAsync(anomaly => anomaly.Id == id, cancellation);
        if (row is null)
        {
            return Problem.NotFound();
        }

        var before = await db.Set<Anomaly>().AsNoTracking().SeenBy(me).Where(anomaly => anomaly.ObjKey == row.ObjKey && anomaly.Id != id)
            .OrderByDescending(anomaly => anomaly.Ym).ThenByDescending(anomaly => anomaly.Id).Take(MostEarlier).ToListAsync(cancellation);
        var words = await AnomalyWords.ReadAsync(db, [row], library, Texts.LanguageOf(context), cancellation);
        var load = await DataSources.NewestAsync(db, row.Source, cancellation);
        var (theme, english) = (library.Find(row.ThemeCode, row.ThemeVersion), Texts.LanguageOf(context) == "en");
        var (readings, behind, answers) = await Task.Run(() => Data(sources, load, row, theme?.Sql), cancellation);
        var more = new More(theme?.Sql ?? "", (english ? theme?.PurposeEn : theme?.PurposeZh) ?? "", (english ? theme?.CalibreEn : null) ?? theme?.Calibre ?? "", row.ThemeVersion, readings, behind, await EarlierAsync(db, before, words, cancellation), row.Source, answers,
            await FreshnessAsync(db, row, cancellation), theme is null ? [] : ValueInForce.Of(theme, row, await ValueInForce.OrgPathsAsync(db, cancellation)), await ClueAsync(db, row, cancellation));
        return Results.Ok(Merged(AnomalyView.Of(row, words), more));
    }

    /// <summary>What the source of the anomaly has of the object. A warehouse that does not answer leaves the page without it, and the page says so.</summary>
    private static (IReadOnlyList<Reading> Readings, IReadOnlyList<BehindTable> Behind, bool Answers) Data(DataSources sources, ImportBatch? load, Anomaly row, string? rule)
    {
        using var source = sources.TryOpen(load);
        try
        {
            return source is null ? ([], [], load is null) : (new Readings(source).Read(row), rule is null ? [] : new RowsBehind(source).Read(row, rule), true);
        }
        catch (DbException)
        {
            return ([], [], false);
        }
    }

    /// <summary>The newest days of the load that showed it last.</summary>
    private static async Task<IReadOnlyList<TableDay>> FreshnessAsync(CaseDbContext db, Anomaly row, CancellationToken cancellation)
    {
        var json = await db.Set<ScanRun>().Where(run => run.Id == row.LastRunId)
            .Join(db.Set<ImportBatch>(), run => run.BatchId, load => load.Id, (_, load) => load.FreshnessJson).FirstOrDefaultAsync(cancellation);
        return json is null ? [] : Freshness.Read(json);
    }

    private static Task<ClueBehind?> ClueAsync(CaseDbContext db, Anomaly row, CancellationToken cancellation) => db.Set<Clue>().AsNoTracking()
        .Where(clue => clue.AnomalyId == row.Id).Select(clue => new ClueBehind(clue.Number, clue.Source, clue.Content)).FirstOrDefaultAsync(cancellation);

    private static async Task<IReadOnlyList<Earlier>> EarlierAsync(CaseDbContext db, List<Anomaly> before, AnomalyWords words, CancellationToken cancellation)
    {
        var ids = before.Select(row => row.CaseId).OfType<long>().Distinct().ToList();
        var numbers = await db.Set<AuditCase>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Number, cancellation);
        return [.. before.Select(row => new Earlier(row.Id, row.ThemeCode, words.ThemeName(row), row.Ym, row.State, row.Metric, row.LimitValue, row.CaseId,
            row.CaseId is { } one ? numbers.GetValueOrDefault(one) : null))];
    }

    private static JsonObject Merged(AnomalyView item, More more)
    {
        var answer = JsonSerializer.SerializeToNode(item, JsonSerializerOptions.Web)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more, JsonSerializerOptions.Web)!.AsObject().ToList())
        {
            answer[name] = value?.DeepClone();
        }

        return answer;
    }
}
