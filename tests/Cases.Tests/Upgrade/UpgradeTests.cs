using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.History;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Tests.Inbox;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseMgmt.Cases.Tests.Upgrade;

/// <summary>Databases that an earlier release left behind, with cases under way: they are brought to today's schema, and every case goes on where it stood.</summary>
public sealed class UpgradeTests
{
    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task FirstRelease_Upgraded_CasesGoOnWhereTheyStood(StoreProvider provider)
    {
        await using var world = await OpenAsync(provider);
        var cases = await world.ReadAsync(db => db.Set<AuditCase>().AsNoTracking().OrderBy(row => row.Id).ToListAsync());
        Assert.Equal(["dispatched", "handling", "unit-review"], cases.Select(row => row.State));
        Assert.All(await world.ReadAsync(db => db.Set<Anomaly>().AsNoTracking().ToListAsync()), row => Assert.Equal(Anomaly.KeyOf(row.Metric), row.MetricKey));
        var (waiting, handled, reviewed) = (SubjectRef.Case(cases[0].Id), SubjectRef.Case(cases[1].Id), SubjectRef.Case(cases[2].Id));

        Assert.Equal(("handle", "handling"), await world.AnswerAsync(AuditWorld.County, waiting, "签收"));
        await world.AddEvidenceAsync(cases[1].Id);
        Assert.Equal(("recheck", "unit-review"), await world.AnswerAsync(AuditWorld.Handler, handled, "提交", Answers.Confirmed()));
        Assert.Equal(("recheck", "recheck"), await world.AnswerAsync(AuditWorld.County, reviewed, "同意", WholeLoopTests.Opinion()));
        await world.DispatchedCaseAsync(await world.AnomalyAsync(obj: "new-after-upgrade"));
    }

    [Theory]
    [MemberData(nameof(AuditWorld.Databases), MemberType = typeof(AuditWorld))]
    public async Task FirstRelease_Upgraded_HistoryVerifiesAndNothingIsPending(StoreProvider provider)
    {
        await using var world = await OpenAsync(provider);

        Assert.Empty(await world.ReadAsync(async db => await db.Database.GetPendingMigrationsAsync()));
        Assert.Null((await VerifyHistory.RunAsync(world.Get<IDbContextFactory<CaseDbContext>>().CreateDbContext, key: null)).Problem);
        Assert.Equal(7, await world.ReadAsync(db => db.Set<InstanceRow>().CountAsync()));
    }

    private static Task<AuditWorld> OpenAsync(StoreProvider provider) => AuditWorld.CreateAsync("2026-06-11 09:00", provider: provider, prepare: FillAsync);

    private static Task FillAsync(StoreOptions options) => options.Provider == StoreProvider.Sqlite ? FillSqliteAsync(options.SqlitePath) : FillPostgresAsync(options.ConnectionString);

    private static async Task FillSqliteAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await ScriptAsync("initial.sqlite.sql");
        await command.ExecuteNonQueryAsync();
    }

    private static async Task FillPostgresAsync(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        await RunAsync(new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }, $"create database \"{target.Database}\"");
        await RunAsync(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }, await ScriptAsync("initial.postgres.sql"));
    }

    private static async Task RunAsync(NpgsqlConnectionStringBuilder target, string sql)
    {
        await using var connection = new NpgsqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static Task<string> ScriptAsync(string name) => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Upgrade", name));
}
