using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// History entries of one commit. They are chained at its end: the head of each subject is then read and locked once, however many entries
/// the work appended, and for the shortest time.
/// </summary>
internal sealed class PendingHistory
{
    private readonly List<Entry> entries = [];

    public void Add(string subject, string kind, JsonObject data, IReadOnlyDictionary<string, string>? personal) =>
        entries.Add(new(subject, kind, data, personal));

    public async ValueTask WriteAsync(CommitSession session)
    {
        // Sorted, so that two commits that touch the same two subjects lock them in the same order.
        foreach (var subject in entries.GroupBy(entry => entry.Subject).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var head = await session.FindLockedAsync<HistoryHeadRow>(subject.Key);
            var (count, hash) = (head?.Entries ?? 0, head?.Hash ?? HistoryChain.Start);
            foreach (var entry in subject)
            {
                hash = await AppendAsync(session, entry, ++count, hash);
            }

            if (head is null)
            {
                await session.InsertAsync(new HistoryHeadRow { Subject = subject.Key, Entries = count, Hash = hash });
            }
            else
            {
                await session.ExpectAsync($"update history_head set entries = {count}, hash = {hash}, rooted = {false} where subject = {subject.Key} and entries = {head.Entries}");
            }
        }
    }

    private static async ValueTask<byte[]> AppendAsync(CommitSession session, Entry entry, long seq, byte[] previous)
    {
        if (entry.Personal is { Count: > 0 })
        {
            entry = entry with { Data = await WithPersonalAsync(session, entry, seq) };
        }

        var row = new HistoryRow
        {
            Subject = entry.Subject,
            Seq = seq,
            RecordedAt = session.Now,
            Actor = session.Actor,
            Kind = entry.Kind,
            Data = CanonicalJson.Text(entry.Data),
        };
        row.Hash = HistoryChain.Hash(previous, row);
        await session.InsertAsync(row);
        return row.Hash;
    }

    private static async ValueTask<JsonObject> WithPersonalAsync(CommitSession session, Entry entry, long seq)
    {
        var hashes = new JsonObject();
        foreach (var (field, value) in entry.Personal!)
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            hashes[field] = HistoryChain.PersonalHash(salt, value);
            await session.InsertAsync(new HistoryPersonalRow { Subject = entry.Subject, Seq = seq, Field = field, Content = value, Salt = salt });
        }

        var data = (JsonObject)entry.Data.DeepClone();
        data["$personal"] = hashes;
        return data;
    }

    private sealed record Entry(string Subject, string Kind, JsonObject Data, IReadOnlyDictionary<string, string>? Personal);
}
