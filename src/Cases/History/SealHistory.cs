using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.History;

/// <summary>
/// Seals what the history has become: a signed root over every head that changed since the last one, chained to it. Run once a day; a day without
/// changes is sealed too, so that a missing day shows. Many changes give several roots, because no write may hold the others up.
/// </summary>
public static class SealHistory
{
    private const int MostLeaves = 1000;

    /// <summary>Returns the number of roots written.</summary>
    public static async Task<int> RunAsync(CommitDoor door, HistoryKey key, CancellationToken cancellationToken = default)
    {
        var roots = 0;
        int leaves;
        do
        {
            var first = roots == 0;
            leaves = await door.RunAsync("system", session => SealAsync(session, key, first), cancellationToken);
            roots += leaves >= 0 ? 1 : 0;
        }
        while (leaves == MostLeaves);

        return roots;
    }

    // Minus one: there was nothing to seal.
    private static async ValueTask<int> SealAsync(CommitSession session, HistoryKey key, bool evenIfEmpty)
    {
        await session.LockAsync("history-root");
        var heads = await session.TopAsync<HistoryHeadRow>(MostLeaves, $"rooted = {false} order by subject");
        if (heads.Count == 0 && !evenIfEmpty)
        {
            return -1;
        }

        var last = (await session.TopAsync<HistoryRootRow>(1, $"number > {0L} order by number desc")).FirstOrDefault();
        var number = (last?.Number ?? 0) + 1;
        var leaves = heads.ConvertAll(head => new HistoryLeafRow { RootNumber = number, Subject = head.Subject, Entries = head.Entries, Hash = head.Hash });
        var hash = HistoryChain.Root(last?.Hash ?? HistoryChain.Start, number, session.Now, leaves);
        await session.InsertAsync(new HistoryRootRow { Number = number, SealedAt = session.Now, Leaves = leaves.Count, Hash = hash, Signature = key.Sign(hash), KeyId = key.Id });
        foreach (var leaf in leaves)
        {
            await session.InsertAsync(leaf);
            // A head that has grown since it was read stays open for the next root.
            await session.ExecuteAsync($"update history_head set rooted = {true} where subject = {leaf.Subject} and entries = {leaf.Entries}");
        }

        return leaves.Count;
    }
}
