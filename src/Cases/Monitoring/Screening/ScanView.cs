using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Rules;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>A run as the pages see it.</summary>
public sealed record ScanView(long Id, string Ym, DateOnly Today, string State, DateTime StartedAt, DateTime? EndedAt, IReadOnlyList<ThemeResult> Themes,
    string Cause, int Total, string? CurrentTheme, double Progress, string? Source, string? Problem, DateOnly? Stamp)
{
    /// <param name="language">Of the reader; what a database said stays in its words.</param>
    /// <param name="stamp">The day of the load that it read, where that is known.</param>
    public static ScanView Of(ScanRun run, string language, DateOnly? stamp = null)
    {
        var themes = JsonSerializer.Deserialize<List<ThemeResult>>(run.ThemesJson, JsonSerializerOptions.Web)!.ConvertAll(theme => theme with { Error = RuleRefusal.Told(theme.Error, language) });
        return new(run.Id, run.Ym, run.Today, run.State, run.StartedAt, run.EndedAt, themes, run.Cause, run.Total, run.CurrentTheme,
            run.Total == 0 ? 1 : Math.Min(1, (double)themes.Count / run.Total), run.Source, RuleRefusal.Told(run.Problem, language), stamp);
    }
}
