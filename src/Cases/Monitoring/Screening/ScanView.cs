using System.Text.Json;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>A run as the pages see it.</summary>
public sealed record ScanView(long Id, string Ym, DateOnly Today, string State, DateTime StartedAt, DateTime? EndedAt, IReadOnlyList<ThemeResult> Themes)
{
    public static ScanView Of(ScanRun run) => new(run.Id, run.Ym, run.Today, run.State, run.StartedAt, run.EndedAt,
        JsonSerializer.Deserialize<List<ThemeResult>>(run.ThemesJson, JsonSerializerOptions.Web)!);
}
