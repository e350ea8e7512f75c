namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>What one file gave.</summary>
public sealed record LoadedFile(string Name, long Rows, long Rejected);

/// <summary>How far a load is.</summary>
public sealed record LoadProgress(long BytesDone, long BytesTotal, long Rows)
{
    public double Part => BytesTotal == 0 ? 0 : Math.Min(1, (double)BytesDone / BytesTotal);
}

/// <summary>
/// Collects what happened. Every refused row goes to the reject file at once; only the first problems are kept in memory,
/// because a delivery in a wrong encoding has millions of them.
/// </summary>
public sealed class LoadReport(TextWriter rejects)
{
    public const int Kept = 200;
    private readonly List<LoadProblem> problems = [];
    private readonly List<LoadedFile> files = [];

    public IReadOnlyList<LoadProblem> Problems => problems;

    public IReadOnlyList<LoadedFile> Files => files;

    public long Rows => files.Sum(file => file.Rows);

    public long Rejected => files.Sum(file => file.Rejected);

    /// <summary>True if nothing but warnings was found.</summary>
    public bool Good { get; private set; } = true;

    public void Add(LoadProblem problem)
    {
        Good &= problem.Warning;
        rejects.Write(problem.ToLine());
        if (problems.Count < Kept)
        {
            problems.Add(problem);
        }
    }

    public void Add(LoadedFile file) => files.Add(file);
}
