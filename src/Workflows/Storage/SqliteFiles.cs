using Microsoft.Data.Sqlite;

namespace CaseMgmt.Workflows.Storage;

/// <summary>The files of an embedded database: who may open them and how connections are tuned.</summary>
public static class SqliteFiles
{
    /// <summary>Connection text of a file; connections are pooled by the driver.</summary>
    public static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = true, DefaultTimeout = 30 }.ToString();

    /// <summary>
    /// Takes the file for this process. The lock is the operating system's and ends with the process, however it ends.
    /// Throws <see cref="StoreInUseException"/> when another process has it.
    /// </summary>
    public static FileStream Claim(string databasePath)
    {
        var path = databasePath + ".lock";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.UTF8.GetBytes($"process {Environment.ProcessId}\n"));
            file.Flush();
            return file;
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreInUseException(databasePath, exception);
        }
    }

    /// <summary>Sets a file to WAL, whoever made it. The mode stays with the file.</summary>
    public static void UseWal(string connectionString) => OpenWriter(connectionString).Dispose();

    /// <summary>
    /// The writer's connection: WAL by our own doing (EF sets it only on files that it made itself), every commit flushed, rare checkpoints
    /// (a checkpoint every 1,000 pages costs a 10 ms stall about every second under load).
    /// </summary>
    internal static SqliteConnection OpenWriter(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma journal_mode=wal; pragma synchronous=full; pragma wal_autocheckpoint=10000; pragma cache_size=-65536; pragma temp_store=memory; pragma busy_timeout=5000";
        command.ExecuteNonQuery();
        return connection;
    }
}

/// <summary>Another process has the embedded database open.</summary>
public sealed class StoreInUseException(string path, Exception cause) : Exception(
    $"The database {path} is in use by another process. An embedded database belongs to one process; stop the other one, or configure PostgreSQL or SQL Server to run several.", cause);
