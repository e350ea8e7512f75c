using System.Text.Json;
using System.Text.Json.Serialization;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>What one file gave.</summary>
/// <param name="Format">Encoding of a text file, or "xlsx".</param>
/// <param name="Hash">SHA-256 of the file.</param>
/// <param name="Kept">The table was not delivered and stays as it was.</param>
public sealed record LoadedFile(string Name, long Rows, long Rejected, string? Format = null, string? Hash = null, bool Kept = false)
{
    [JsonIgnore]
    public string Table => Path.GetFileNameWithoutExtension(Name).ToLowerInvariant();

    public static IReadOnlyList<LoadedFile> ReadAll(string json) => JsonSerializer.Deserialize<List<LoadedFile>>(json, JsonSerializerOptions.Web)!;
}

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

    /// <summary>After so many nobody mends row by row; the disk is not filled with reasons.</summary>
    public const int Most = 1_000_000;
    private int count;
    private readonly List<LoadProblem> problems = [];
    private readonly List<LoadedFile> files = [];

    public IReadOnlyList<LoadProblem> Problems => problems;

    public IReadOnlyList<LoadedFile> Files => files;

    public long Rows => files.Where(file => !file.Kept).Sum(file => file.Rows);

    public long Rejected => files.Sum(file => file.Rejected);

    public bool Full => count >= Most;

    /// <summary>True if nothing but warnings was found.</summary>
    public bool Good { get; private set; } = true;

    public void Add(LoadProblem problem)
    {
        Good &= problem.Warning;
        count++;
        rejects.Write(problem.ToLine());
        if (problems.Count < Kept)
        {
            problems.Add(problem);
        }
    }

    public void Add(LoadedFile file) => files.Add(file);
}
