using System.Text.RegularExpressions;
using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseMgmt.Cases.Tests.Data;

/// <summary>The migrations of the three databases carry the whole model. No server is contacted.</summary>
public sealed partial class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "Postgres", "SqlServer"];

    [Theory, MemberData(nameof(Providers))]
    public void Model_OnEachDatabase_HasNoChangeWithoutAMigration(string provider)
    {
        using var context = Context(provider);
        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Run tools/Migrations/add.sh NAME.");
    }

    [Fact]
    public void SqlServerScript_OfAllMigrations_HasNoWordOfAnotherDialect()
    {
        using var context = Context("SqlServer");
        var script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [instance]", script, StringComparison.Ordinal);
        Assert.Empty(ForeignWords().Matches(script).Select(match => match.Value));
    }

    [Theory, MemberData(nameof(Providers))]
    public void Script_OfAllMigrations_MakesEveryTableOfTheModel(string provider)
    {
        using var context = Context(provider);
        var script = context.GetService<IMigrator>().GenerateScript();
        var tables = context.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct();
        Assert.All(tables, table => Assert.Matches($"CREATE TABLE [\\[\"]?{table}[\\]\"]? ", script));
    }

    private static CaseDbContext Context(string provider) => provider switch
    {
        "Sqlite" => new SqliteCaseDbContext(new DbContextOptionsBuilder<SqliteCaseDbContext>().UseSqlite("Data Source=none.db").Options),
        "Postgres" => new PostgresCaseDbContext(new DbContextOptionsBuilder<PostgresCaseDbContext>().UseNpgsql("Host=none").Options),
        _ => new SqlServerCaseDbContext(new DbContextOptionsBuilder<SqlServerCaseDbContext>().UseSqlServer("Server=none").Options),
    };

    [GeneratedRegex(@"\b(LIMIT|RETURNING|SERIAL|AUTOINCREMENT|JSONB|BYTEA|BOOLEAN|WITHOUT ROWID|TIMESTAMPTZ|ON CONFLICT|ILIKE)\b|\|\||::")]
    private static partial Regex ForeignWords();
}
