namespace CaseMgmt.Cases.Data;

/// <summary>The databases the product runs on.</summary>
public enum StoreProvider
{
    /// <summary>A file in the data directory; one process.</summary>
    Sqlite,
    Postgres,
    SqlServer,
}

/// <summary>Where the product keeps its rows.</summary>
public sealed record StoreOptions
{
    public StoreProvider Provider { get; init; }

    /// <summary>For PostgreSQL and SQL Server; on SQLite the file is "cases.db" in <see cref="DataDirectory"/>.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>Holds the embedded databases, the stored files and the keys.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Number of this host among those of one database, 0 to 15; it keeps their ids apart.</summary>
    public int HostNumber { get; init; }

    public string SqlitePath => Path.Combine(DataDirectory, "cases.db");
}
