using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>One pass over all entries in the order of their keys, with the heads beside them: memory does not grow with the history.</summary>
internal sealed class ChainWalk
{
    private byte[] hash = HistoryChain.Start;
    private string? subject;
    private long seq;

    public long Subjects { get; private set; }

    public long Entries { get; private set; }

    public async Task<HistoryProblem?> RunAsync(DbContext context, Func<DbContext> contexts, CancellationToken cancellationToken)
    {
        await using var beside = contexts();
        var rows = context.Set<HistoryRow>().AsNoTracking().OrderBy(row => row.Subject).ThenBy(row => row.Seq).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row.Subject != subject && await EndAsync(beside, row.Subject) is { } ended)
            {
                return ended;
            }

            if (Check(row) is { } broken)
            {
                return broken;
            }
        }

        return await EndAsync(beside, null) ?? await LostChainAsync(beside, cancellationToken);
    }

    private HistoryProblem? Check(HistoryRow row)
    {
        Entries++;
        if (row.Seq != seq + 1)
        {
            return new("missing", row.Subject, seq + 1, $"{row.Subject}: entry {seq + 1} is missing; the next one there is {row.Seq}.");
        }

        hash = HistoryChain.Hash(hash, row);
        seq = row.Seq;
        return hash.AsSpan().SequenceEqual(row.Hash) ? null : new("broken", row.Subject, row.Seq, $"{row.Subject}: entry {row.Seq} does not give its hash; it or the one before it was changed.");
    }

    // The chain that was walked must end where its head says.
    private async Task<HistoryProblem?> EndAsync(DbContext beside, string? next)
    {
        var (walked, count, last) = (subject, seq, hash);
        (subject, seq, hash) = (next, 0, HistoryChain.Start);
        if (walked is null)
        {
            return null;
        }

        Subjects++;
        var head = await beside.Set<HistoryHeadRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Subject == walked);
        return head switch
        {
            null => new("missing", walked, null, $"{walked}: its head is missing."),
            _ when count < head.Entries => new("cut", walked, count + 1, $"{walked}: ends at entry {count}; its head counts {head.Entries}."),
            _ when count > head.Entries || !head.Hash.AsSpan().SequenceEqual(last) => new("broken", walked, count, $"{walked}: its head does not match entry {count}."),
            _ => null,
        };
    }

    private static async Task<HistoryProblem?> LostChainAsync(DbContext beside, CancellationToken cancellationToken)
    {
        var lost = await beside.Set<HistoryHeadRow>().AsNoTracking()
            .Where(head => !beside.Set<HistoryRow>().Any(row => row.Subject == head.Subject && row.Seq == 1))
            .OrderBy(head => head.Subject).FirstOrDefaultAsync(cancellationToken);
        return lost is null ? null : new("missing", lost.Subject, 1, $"{lost.Subject}: its head counts {lost.Entries} entries, and none is there.");
    }
}
