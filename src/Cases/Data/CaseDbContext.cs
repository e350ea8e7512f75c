using System.Text;
using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(SnakeCase(entity.ClrType.IsGenericType ? entity.GetTableName()! : entity.ClrType.Name));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
            }
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

/// <summary>Embedded database, the default.</summary>
public sealed class SqliteCaseDbContext(DbContextOptions<SqliteCaseDbContext> options) : CaseDbContext(options);

/// <summary>PostgreSQL.</summary>
public sealed class PostgresCaseDbContext(DbContextOptions<PostgresCaseDbContext> options) : CaseDbContext(options);

/// <summary>SQL Server.</summary>
public sealed class SqlServerCaseDbContext(DbContextOptions<SqlServerCaseDbContext> options) : CaseDbContext(options);

/// <summary>Times are UTC on every provider: SQLite loses the kind, PostgreSQL refuses any other.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc), value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
