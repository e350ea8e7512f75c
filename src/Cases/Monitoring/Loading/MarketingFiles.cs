using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>Where the marketing databases and reject files lie. A batch has a file of its own; the record of the batch decides which one is read.</summary>
public sealed class MarketingFiles
{
    public MarketingFiles(string dataFolder)
    {
        Folder = Path.Combine(dataFolder, "marketing");
        Directory.CreateDirectory(Folder);
    }

    public string Folder { get; }

    public string DatabaseOf(long batch) => Path.Combine(Folder, $"marketing-{batch}.db");

    /// <summary>All problems of a batch, one JSON line each: codes, because nobody knows yet in which language they will be read.</summary>
    public string RejectsOf(long batch) => Path.Combine(Folder, $"rejects-{batch}.jsonl");

    /// <summary>A folder for the files of one upload; the caller deletes it.</summary>
    public string NewUpload(long batch) => Directory.CreateDirectory(UploadOf(batch)).FullName;

    public string UploadOf(long batch) => Path.Combine(Folder, $"upload-{batch}");

    /// <summary>The batch that readers use, or null before the first good load.</summary>
    public static Task<ImportBatch?> InForceAsync(CaseDbContext db, CancellationToken cancellation) =>
        db.Set<ImportBatch>().AsNoTracking().Where(batch => batch.State == ImportBatch.Done).OrderByDescending(batch => batch.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>Deletes the database files of all batches but these. A file that somebody still reads on Windows stays until the next load.</summary>
    public void KeepOnly(params long[] batches)
    {
        var kept = batches.Select(DatabaseOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Folder, "marketing-*.db").Where(file => !kept.Contains(file)))
        {
            TryDelete(() => File.Delete(file));
        }
    }

    /// <summary>Removes what a batch that did not end well has left: its half-built database and its uploaded files.</summary>
    public void Drop(long batch)
    {
        TryDelete(() => File.Delete(DatabaseOf(batch)));
        TryDelete(() => Directory.Delete(UploadOf(batch), true));
    }

    private static void TryDelete(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // Still open in a scan, or never there; the next load tries again.
        }
    }
}
