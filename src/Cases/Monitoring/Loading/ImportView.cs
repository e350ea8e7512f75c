using System.Text.Json;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>A batch as the pages see it.</summary>
public sealed record ImportView(long Id, string State, double Progress, long RowsRead, long RowsRejected, string? Ym, DateOnly? Stamp,
    IReadOnlyList<LoadedFile> Files, IReadOnlyList<LoadProblem> Problems, DateTime StartedAt, DateTime? EndedAt)
{
    public static ImportView Of(ImportBatch batch) => new(batch.Id, batch.State == ImportBatch.Unchanged ? ImportBatch.Done : batch.State, batch.Progress, batch.RowsRead, batch.RowsRejected, batch.Ym, batch.Stamp,
        JsonSerializer.Deserialize<List<LoadedFile>>(batch.FilesJson, JsonSerializerOptions.Web)!,
        JsonSerializer.Deserialize<List<LoadProblem>>(batch.ProblemsJson, JsonSerializerOptions.Web)!, batch.StartedAt, batch.EndedAt);
}
