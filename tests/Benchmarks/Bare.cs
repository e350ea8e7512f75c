using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Benchmarks;

/// <summary>The walls: what the disk flushes and what the database takes of the same rows, one thread, no engine.</summary>
internal static class Bare
{
    private static readonly string[] Statements =
    [
        "update instance set state = @state, sequence = sequence + 1, version = version + 1, updated_at = @now where id = @id and version = @version",
        "delete from bookmark where instance_id = @id and bookmark_id = @old",
        "insert into bookmark (instance_id, bookmark_id, name, activity_id, created_at) values (@id, @new, 'WorkItem', 'handle', @now)",
        "select entries, hash from history_head where subject = @subject",
        "insert into history (subject, seq, recorded_at, actor, kind, data, hash) values (@subject, @seq, @now, '7', 'workflow.transition', @data, @hash)",
        "update history_head set entries = @seq, hash = @hash, rooted = 0 where subject = @subject and entries = @before",
    ];

    public static double FlushRate(string folder, TimeSpan span)
    {
        using var file = new FileStream(Path.Combine(folder, "flush"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var block = new byte[4096];
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < span / 4)
        {
            file.Write(block);
            file.Flush(flushToDisk: true);
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Goes on with the rows that the engine left in the file.</summary>
    public static double SqliteRate(string path, int perCommit, TimeSpan span)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        Execute(connection, "pragma synchronous=full; pragma wal_autocheckpoint=10000; pragma cache_size=-65536; pragma temp_store=memory");
        var rows = Read(connection);
        var commands = Statements.Select(text => Prepare(connection, text)).ToArray();
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < span)
        {
            Execute(connection, "begin immediate");
            for (var i = 0; i < perCommit; i++, count++)
            {
                Write(commands, rows[count % rows.Count]);
            }

            Execute(connection, "commit");
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static void Write(SqliteCommand[] commands, Row row)
    {
        var hash = SHA256.HashData(row.State);
        var next = $"{row.Id}-{++row.Sequence}-1";
        foreach (var command in commands)
        {
            Bind(command, "@id", row.Id);
            Bind(command, "@version", row.Version);
            Bind(command, "@state", row.State);
            Bind(command, "@now", "2026-06-01 08:00:00.123");
            Bind(command, "@old", row.Bookmark);
            Bind(command, "@new", next);
            Bind(command, "@subject", "case/" + row.Id);
            Bind(command, "@seq", row.Sequence);
            Bind(command, "@before", row.Sequence - 1);
            Bind(command, "@data", row.Data);
            Bind(command, "@hash", hash);
            if (command.CommandText.StartsWith("select", StringComparison.Ordinal))
            {
                command.ExecuteScalar();
            }
            else if (command.ExecuteNonQuery() != 1)
            {
                throw new InvalidOperationException(command.CommandText);
            }
        }

        (row.Version, row.Bookmark) = (row.Version + 1, next);
    }

    private static List<Row> Read(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select i.id, i.version, i.state, h.entries, b.bookmark_id, (select data from history x where x.subject = h.subject and x.seq = h.entries) "
            + "from instance i join history_head h on h.subject = 'case/' || i.id join bookmark b on b.instance_id = i.id where i.definition_id = 'plain'";
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row
            {
                Id = reader.GetString(0),
                Version = reader.GetInt64(1),
                State = reader.GetFieldValue<byte[]>(2),
                Sequence = reader.GetInt64(3),
                Bookmark = reader.GetString(4),
                Data = reader.GetString(5),
            });
        }

        return rows;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in new[] { "@id", "@version", "@state", "@now", "@old", "@new", "@subject", "@seq", "@before", "@data", "@hash" })
        {
            if (text.Contains(name, StringComparison.Ordinal))
            {
                command.Parameters.Add(new SqliteParameter(name, null));
            }
        }

        return command;
    }

    private static void Bind(SqliteCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value;
        }
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
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
