using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseMgmt.Migrations;

/// <summary>The three contexts with connection texts that nobody connects to.</summary>
internal static class DesignContexts
{
    public static SqliteCaseDbContext Sqlite() => new(new DbContextOptionsBuilder<SqliteCaseDbContext>()
        .UseSqlite("Data Source=design.db").ReplaceService<IMigrationsSqlGenerator, ClusteredTablesSqlGenerator>().Options);

    public static PostgresCaseDbContext Postgres() => new(new DbContextOptionsBuilder<PostgresCaseDbContext>().UseNpgsql("Host=design").Options);

    public static SqlServerCaseDbContext SqlServer() => new(new DbContextOptionsBuilder<SqlServerCaseDbContext>().UseSqlServer("Server=design").Options);

    public static IEnumerable<(string Provider, CaseDbContext Context)> All() => [("Sqlite", Sqlite()), ("Postgres", Postgres()), ("SqlServer", SqlServer())];
}

/// <summary>For dotnet-ef.</summary>
internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteCaseDbContext>
{
    public SqliteCaseDbContext CreateDbContext(string[] args) => DesignContexts.Sqlite();
}

/// <inheritdoc cref="SqliteFactory"/>
internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresCaseDbContext>
{
    public PostgresCaseDbContext CreateDbContext(string[] args) => DesignContexts.Postgres();
}

/// <inheritdoc cref="SqliteFactory"/>
internal sealed class SqlServerFactory : IDesignTimeDbContextFactory<SqlServerCaseDbContext>
{
    public SqlServerCaseDbContext CreateDbContext(string[] args) => DesignContexts.SqlServer();
}
