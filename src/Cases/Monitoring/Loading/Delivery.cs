using System.Security.Cryptography;
using System.Text;
using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>The files of a folder matched with the tables of the model.</summary>
/// <param name="Base">The batch whose other tables stay as they are, where only some tables are delivered; null for a whole delivery.</param>
public sealed record Delivery(IReadOnlyList<SourceFile> Files, IReadOnlyList<LoadProblem> Problems, string Hash, ImportBatch? Base)
{
    /// <summary>Reads every file once. Without <paramref name="onto"/> each table has to be there.</summary>
    public static Delivery Inspect(string folder, ImportBatch? onto = null)
    {
        var problems = new List<LoadProblem>();
        var found = Directory.EnumerateFiles(folder).OrderBy(path => path, StringComparer.Ordinal).ToLookup(TableOf, StringComparer.Ordinal);
        var files = new List<SourceFile>();
        foreach (var table in MarketingModel.Current.Tables)
        {
            var paths = found[table.Name].ToList();
            files.AddRange(paths.Take(1).Select(SourceFile.Inspect));
            problems.AddRange(paths.Skip(1).Select(path => new LoadProblem(Path.GetFileName(path), null, null, "repeated-file", Path.GetFileName(paths[0]))));
            if (paths.Count == 0 && onto is null)
            {
                problems.Add(new LoadProblem(table.Name + ".csv", null, null, "missing-file"));
            }
        }

        problems.AddRange(found[""].Select(path => new LoadProblem(Path.GetFileName(path), null, null, "unknown-file") { Warning = true }));
        if (files.Count == 0 && onto is not null)
        {
            problems.Add(new LoadProblem("", null, null, "no-tables"));
        }

        return new Delivery(files, problems, HashOf(files, onto), onto);
    }

    /// <summary>The tables that stay as they are, as the batch under this one has recorded them.</summary>
    public IReadOnlyList<LoadedFile> Kept => Base is null ? [] : [.. LoadedFile.ReadAll(Base.FilesJson).Where(kept => Files.All(file => file.Table != kept.Table)).Select(kept => kept with { Kept = true })];

    /// <summary>The table that a file is named after, in any case of letters; "" if it is none.</summary>
    private static string TableOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).ToLowerInvariant();
        return Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".xlsx" && MarketingModel.Current.Find(name) is not null ? name : "";
    }

    /// <summary>Over all tables, so that the same content is the same hash however it was delivered.</summary>
    private static string HashOf(IReadOnlyList<SourceFile> files, ImportBatch? onto)
    {
        var known = onto is null ? [] : LoadedFile.ReadAll(onto.FilesJson).ToDictionary(file => file.Table, file => file.Hash ?? $"{onto.Hash}/{file.Table}");
        foreach (var file in files)
        {
            known[file.Table] = file.Hash;
        }

        var lines = MarketingModel.Current.Tables.Where(table => known.ContainsKey(table.Name)).Select(table => $"{table.Name} {known[table.Name]}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}
