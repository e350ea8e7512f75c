using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>Compares the database with roots that were exported earlier: the witness that nobody who rewrites the database can rewrite too.</summary>
internal static class RootsFileCheck
{
    public static async Task<HistoryProblem?> RunAsync(DbContext context, HistoryKey? key, TextReader file, CancellationToken cancellationToken)
    {
        var witness = "the file";
        foreach (var line in RootsFile.Read(file))
        {
            HistoryProblem? problem;
            if (line.Root is { } number)
            {
                witness = $"exported root {number}";
                problem = await RootAsync(context, key, line, number, cancellationToken);
            }
            else
            {
                problem = await LeafAsync(context, line, witness, cancellationToken);
            }

            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }

    private static async Task<HistoryProblem?> RootAsync(DbContext context, HistoryKey? key, RootsLine line, long number, CancellationToken cancellationToken)
    {
        var name = $"root {number}";
        var hash = Convert.FromHexString(line.Hash);
        if (key is null || key.Id != line.KeyId || !key.Verify(hash, Convert.FromHexString(line.Signature ?? "")))
        {
            return new("forged", name, null, $"{name} of the file is not signed by the key of this installation.");
        }

        var stored = await context.Set<HistoryRootRow>().AsNoTracking().SingleOrDefaultAsync(root => root.Number == number, cancellationToken);
        return stored switch
        {
            null => new("missing", name, null, $"{name} of the file is not in the database."),
            _ when !stored.Hash.AsSpan().SequenceEqual(hash) => new("broken", name, null, $"{name} of the database is not the one in the file."),
            _ => null,
        };
    }

    private static async Task<HistoryProblem?> LeafAsync(DbContext context, RootsLine line, string witness, CancellationToken cancellationToken)
    {
        var (subject, entries) = (line.Subject ?? "", line.Entries ?? 0);
        var stored = await context.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject && row.Seq == entries).Select(row => row.Hash).SingleOrDefaultAsync(cancellationToken);
        return stored is not null && stored.AsSpan().SequenceEqual(Convert.FromHexString(line.Hash))
            ? null
            : await RootCheck.DescribeAsync(context, subject, entries, stored is null, witness, cancellationToken);
    }
}
