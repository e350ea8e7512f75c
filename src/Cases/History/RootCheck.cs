using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>The roots of the database: numbered without gaps, each over its predecessor and its leaves, signed; and every leaf still stands in its chain.</summary>
internal static class RootCheck
{
    public static async Task<(long Roots, HistoryProblem? Problem)> RunAsync(DbContext context, HistoryKey? key, CancellationToken cancellationToken)
    {
        var previous = HistoryChain.Start;
        var count = 0L;
        foreach (var root in await context.Set<HistoryRootRow>().AsNoTracking().OrderBy(root => root.Number).ToListAsync(cancellationToken))
        {
            var leaves = await context.Set<HistoryLeafRow>().AsNoTracking().Where(leaf => leaf.RootNumber == root.Number).ToListAsync(cancellationToken);
            if (Check(root, ++count, previous, leaves, key) is { } problem)
            {
                return (count, problem);
            }

            previous = root.Hash;
        }

        return (count, await LeavesAsync(context, cancellationToken));
    }

    private static HistoryProblem? Check(HistoryRootRow root, long expected, byte[] previous, List<HistoryLeafRow> leaves, HistoryKey? key)
    {
        var name = $"root {root.Number}";
        if (root.Number != expected)
        {
            return new("missing", $"root {expected}", null, $"Root {expected} is missing; the next one there is {root.Number}.");
        }

        if (!HistoryChain.Root(previous, root.Number, root.SealedAt, leaves).AsSpan().SequenceEqual(root.Hash))
        {
            return new("broken", name, null, $"{name} of {root.SealedAt:yyyy-MM-dd} does not match the heads it sealed.");
        }

        return key is null || key.Id != root.KeyId || !key.Verify(root.Hash, root.Signature)
            ? new("forged", name, null, $"{name} of {root.SealedAt:yyyy-MM-dd} is not signed by the key of this installation.")
            : null;
    }

    private static async Task<HistoryProblem?> LeavesAsync(DbContext context, CancellationToken cancellationToken)
    {
        var query = from leaf in context.Set<HistoryLeafRow>().AsNoTracking()
                    join row in context.Set<HistoryRow>().AsNoTracking() on new { leaf.Subject, Seq = leaf.Entries } equals new { row.Subject, row.Seq } into rows
                    from row in rows.DefaultIfEmpty()
                    where row == null || row.Hash != leaf.Hash
                    orderby leaf.RootNumber, leaf.Subject
                    select new { Leaf = leaf, Gone = row == null };
        var first = await query.FirstOrDefaultAsync(cancellationToken);
        return first is null ? null : await DescribeAsync(context, first.Leaf.Subject, first.Leaf.Entries, first.Gone, $"root {first.Leaf.RootNumber}", cancellationToken);
    }

    internal static async Task<HistoryProblem> DescribeAsync(DbContext context, string subject, long entries, bool gone, string witness, CancellationToken cancellationToken) =>
        !gone ? new("broken", subject, entries, $"{subject}: entry {entries} is not the one that {witness} saw.")
        : await context.Set<HistoryRow>().AnyAsync(row => row.Subject == subject, cancellationToken)
            ? new("cut", subject, entries, $"{subject}: {witness} saw {entries} entries; the last of them is gone.")
            : new("missing", subject, entries, $"{subject}: {witness} saw {entries} entries; the whole chain is gone.");
}
