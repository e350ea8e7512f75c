using System.Security.Cryptography;
using System.Text;
using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>The files of a folder matched with the tables of the model.</summary>
public sealed record Delivery(IReadOnlyList<SourceFile> Files, IReadOnlyList<LoadProblem> Problems, string Hash)
{
    public static Delivery Inspect(string folder)
    {
        var files = new List<SourceFile>();
        var problems = new List<LoadProblem>();
        var found = Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase);
        foreach (var table in MarketingModel.Current.Tables)
        {
            if (found.Remove(table.Name + ".csv", out var path))
            {
                files.Add(SourceFile.Inspect(path));
            }
            else
            {
                problems.Add(new LoadProblem(table.Name + ".csv", null, null, "missing-file"));
            }
        }

        problems.AddRange(found.Keys.Order(StringComparer.Ordinal).Select(name => new LoadProblem(name, null, null, "unknown-file") { Warning = true }));
        return new Delivery(files, problems, HashOf(files));
    }

    private static string HashOf(IEnumerable<SourceFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => $"{file.Table} {file.Hash}")))));
}
