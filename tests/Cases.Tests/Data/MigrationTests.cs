using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseMgmt.Cases.Tests.Data;

/// <summary>The migrations of the three databases carry the whole model. No server is contacted.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["Sqlite", "Postgres", "SqlServer"];

    [Theory, MemberData(nameof(Providers))]
    public void Model_OnEachDatabase_HasNoChangeWithoutAMigration(string provider)
    {
        using var context = Context(provider);
        Assert.NotEmpty(context.Database.GetMigrations());
        Assert.False(context.Database.HasPendingModelChanges(), "Run tools/Migrations/add.sh NAME.");
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public async Task SqlServerScript_OfAllMigrations_EveryBatchParsesAsTSql(MigrationsSqlGenerationOptions options)
    {
        using var context = Context("SqlServer");
        var batches = TSql.Batches(context.GetService<IMigrator>().GenerateScript(options: options));

        Assert.True(batches.Count > context.Database.GetMigrations().Count(), $"{batches.Count} batches");
        Assert.Empty((await TSql.ErrorsAsync(batches)).Select(error => $"{error.Message}: {batches[error.Index]}"));
    }

    [Theory]
    [InlineData("select [id] from [audit_case] where [number] = N'a || b' order by [id] offset 0 rows fetch next 5 rows only", true)]
    [InlineData("CREATE TABEL [x] ([id] bigint NOT NULL)", false)]
    [InlineData("select [id] from [audit_case] limit 5", false)]
    [InlineData("insert into [x] ([id]) values (1) returning [id]", false)]
    [InlineData("select 'a' || 'b'", false)]
    public async Task Statement_Checked_IsRefusedWhereItIsNotTSql(string statement, bool isFine) => Assert.Equal(isFine, (await TSql.ErrorsAsync([statement])).Count == 0);

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
}
