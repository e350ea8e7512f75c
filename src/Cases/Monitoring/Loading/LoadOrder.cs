namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>What to load.</summary>
/// <param name="KeepMissing">Tables that the folder does not have stay as they are in the batch in force, instead of being missed.</param>
public sealed record LoadOrder(string Folder, bool KeepMissing = false)
{
    /// <summary>What was seen while the files came in, for the report.</summary>
    public IReadOnlyList<LoadProblem> Noted { get; init; } = [];
}
