using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Data;

/// <summary>
/// The one database of the product beside the marketing copy. Entities are found by their mappings (IEntityTypeConfiguration in the file of the entity);
/// every table and column is lower-case snake_case on all providers, so that portable statements need no quoting.
/// </summary>
public abstract class CaseDbContext(DbContextOptions options) : IdentityDbContext<Account, Role, long>(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(CaseDbContext).Assembly);
        SnakeCase.Apply(builder.AddWorkflows());
    }
}

/// <summary>Embedded database, the default.</summary>
public sealed class SqliteCaseDbContext(DbContextOptions<SqliteCaseDbContext> options) : CaseDbContext(options);

/// <summary>PostgreSQL. Only an index in the order of bytes finds what a text begins with, whatever language the site's database sorts by.</summary>
public sealed class PostgresCaseDbContext(DbContextOptions<PostgresCaseDbContext> options) : CaseDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Anomaly>().HasIndex(anomaly => new { anomaly.ObjKey, anomaly.Ym }).UseCollation("C", "C");
    }
}

/// <summary>SQL Server.</summary>
public sealed class SqlServerCaseDbContext(DbContextOptions<SqlServerCaseDbContext> options) : CaseDbContext(options);
