using System.Diagnostics;
using System.Security.Cryptography;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>The wall on PostgreSQL: the rows of one 'plain' transition as one batch, one round trip and one flushed commit each, no engine.</summary>
internal static class BarePostgres
{
    private static readonly string[] Statements =
    [
        "update instance set state = $1, sequence = sequence + 1, version = version + 1 where id = $2 and version = $3",
        "delete from bookmark where instance_id = $1 and bookmark_id = $2",
        "insert into bookmark (instance_id, bookmark_id, name, activity_id, created_at) values ($1, $2, 'WorkItem', 'handle', now())",
        "insert into history (subject, seq, recorded_at, actor, kind, data, hash) values ($1, $2, now(), '7', 'workflow.transition', $3, $4)",
        "update history_head set entries = $1, hash = $2, rooted = false where subject = $3 and entries = $4",
    ];

    /// <summary>Goes on with the rows that the engine left behind.</summary>
    public static async Task<double> RateAsync(string connectionString, int connections, TimeSpan span)
    {
        var rows = await ReadAsync(connectionString);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(worker => Task.Run(async () =>
        {
            await using var connection = new NpgsqlConnection(connectionString + ";Max Auto Prepare=20;Auto Prepare Min Usages=1");
            await connection.OpenAsync();
            var own = rows.Where((_, index) => index % connections == worker).ToList();
            var count = 0;
            for (; watch.Elapsed < span; count++)
            {
                await WriteAsync(connection, own[count % own.Count]);
            }

            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Row row)
    {
        var (hash, next, before) = (SHA256.HashData(row.State), $"{row.Id}-{row.Sequence + 1}-1", row.Sequence);
        row.Sequence++;
        object[][] values =
        [
            [row.State, row.Id, row.Version], [row.Id, row.Bookmark], [row.Id, next], ["case/" + row.Id, row.Sequence, row.Data, hash],
            [row.Sequence, hash, "case/" + row.Id, before],
        ];
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (text, arguments) in Statements.Zip(values))
        {
            var command = new NpgsqlBatchCommand(text);
            foreach (var argument in arguments)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = argument });
            }

            batch.BatchCommands.Add(command);
        }

        if (await batch.ExecuteNonQueryAsync() != Statements.Length)
        {
            throw new InvalidOperationException($"{row.Id} at {row.Sequence} was not as read.");
        }

        (row.Version, row.Bookmark) = (row.Version + 1, next);
    }

    private static async Task<List<Row>> ReadAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select i.id, i.version, i.state, h.entries, b.bookmark_id, x.data from instance i join history_head h on h.subject = 'case/' || i.id "
            + "join bookmark b on b.instance_id = i.id join history x on x.subject = h.subject and x.seq = h.entries where i.definition_id = 'plain'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            rows.Add(new Row
            {
                Id = reader.GetString(0), Version = reader.GetInt64(1), State = reader.GetFieldValue<byte[]>(2), Sequence = reader.GetInt64(3), Bookmark = reader.GetString(4), Data = reader.GetString(5),
            });
        }

        return rows;
    }

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public long Version { get; set; }

        public byte[] State { get; init; } = [];

        public long Sequence { get; set; }

        public string Bookmark { get; set; } = "";

        public string Data { get; init; } = "";
    }
}
