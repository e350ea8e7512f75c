using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Screening;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>The databases that a company's warehouse runs on.</summary>
public enum WarehouseProvider
{
    Postgres,
    SqlServer,
}

/// <summary>
/// A company's own database that shows the marketing model as views of the model's names. The connection string is a secret: it goes into the driver and
/// nowhere else, so neither this type nor what is thrown here ever prints it.
/// </summary>
public sealed class Warehouse(string name, WarehouseProvider provider, string connectionString, string schema)
{
    public const int UsualStaleDays = 7;

    public string Name => name;

    public WarehouseProvider Provider => provider;

    public string Schema => schema;

    /// <summary>Scans that name no source, scheduled ones included, run here.</summary>
    public bool Default { get; init; }

    /// <summary>Data older than so many days is reported as stale.</summary>
    public int StaleAfterDays { get; init; } = UsualStaleDays;

    /// <summary>Server and database, which may be shown.</summary>
    public string Place
    {
        get
        {
            if (provider == WarehouseProvider.SqlServer)
            {
                var server = Read(() => new SqlConnectionStringBuilder(connectionString));
                return $"{server.DataSource}/{server.InitialCatalog}";
            }

            var postgres = Read(() => new NpgsqlConnectionStringBuilder(connectionString));
            return $"{postgres.Host}:{postgres.Port}/{postgres.Database}";
        }
    }

    /// <summary>Connects. The caller disposes.</summary>
    public IRuleSource Open()
    {
        _ = Place;
        return provider == WarehouseProvider.SqlServer ? new SqlServerRuleConnection(connectionString) : new PostgresRuleConnection(connectionString, schema);
    }

    public override string ToString() => $"{name} ({provider}, schema {schema})";

    /// <summary>A driver that cannot read a connection string may quote it, password and all.</summary>
    private T Read<T>(Func<T> parse) where T : DbConnectionStringBuilder
    {
        try
        {
            return parse();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new SourceUnfitException(name, [new SourceProblem(SourceProblem.Settings, "ConnectionString")]);
        }
    }
}
