using System.Text.Json;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>A run as the pages see it.</summary>
public sealed record ScanView(long Id, string Ym, DateOnly Today, string State, DateTime StartedAt, DateTime? EndedAt, IReadOnlyList<ThemeResult> Themes,
    string Cause, int Total, string? CurrentTheme, double Progress, string? Source, string? Problem, DateOnly? Stamp)
{
    /// <param name="stamp">The day of the load that it read, where that is known.</param>
    public static ScanView Of(ScanRun run, DateOnly? stamp = null)
    {
        var themes = JsonSerializer.Deserialize<List<ThemeResult>>(run.ThemesJson, JsonSerializerOptions.Web)!;
        return new(run.Id, run.Ym, run.Today, run.State, run.StartedAt, run.EndedAt, themes, run.Cause, run.Total, run.CurrentTheme,
            run.Total == 0 ? 1 : Math.Min(1, (double)themes.Count / run.Total), run.Source, run.Problem, stamp);
    }
}
