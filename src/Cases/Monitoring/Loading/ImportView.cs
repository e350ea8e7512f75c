namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>A batch as the pages see it, in the language of the reader.</summary>
public sealed record ImportView(long Id, string State, double Progress, long RowsRead, long RowsRejected, string? Ym, DateOnly? Stamp,
    IReadOnlyList<LoadedFile> Files, IReadOnlyList<ImportProblem> Problems, DateTime StartedAt, DateTime? EndedAt)
{
    public static ImportView Of(ImportBatch batch, string language) => new(batch.Id, batch.State == ImportBatch.Unchanged ? ImportBatch.Done : batch.State, batch.Progress, batch.RowsRead, batch.RowsRejected, batch.Ym, batch.Stamp,
        LoadedFile.ReadAll(batch.FilesJson),
        [.. LoadProblem.ReadAll(batch.ProblemsJson).Select(problem => ImportProblem.Of(problem, language))], batch.StartedAt, batch.EndedAt);
}

/// <summary>A problem of a batch, its reason as a sentence.</summary>
public sealed record ImportProblem(string File, long? Line, string? Column, string Reason, bool Warning)
{
    public static ImportProblem Of(LoadProblem problem, string language) => new(problem.File, problem.Line, problem.Column, problem.Text(language), problem.Warning);
}
