using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Cases.Tests.Monitoring;
using CaseMgmt.DataGenerator;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>Orders under way and the trips they need: one visit a place, whatever carries the items.</summary>
public sealed class VisitStories : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("visits");

    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Items_OfOneAreaInSeveralOrders_AreOneVisitUntilAllAreClosed(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var sweep = await SweepAsync(world);
        // Two customers of one transformer area, one of them under two themes; a high-voltage customer on a line; an object that the data does not know.
        var task = await world.CreateTaskAsync(await world.AnomalyAsync("DJ-01", obj: "C1"), await world.AnomalyAsync("JL-01", obj: "C1"), await world.AnomalyAsync("DJ-01", obj: "C2"),
            await world.AnomalyAsync("DJ-01", obj: "H1"), await world.AnomalyAsync("DJ-01", obj: "somewhere"));
        await DispatchAsync(world, task);
        Assert.Equal(2, (await world.CasesAsync(task)).Count);

        Assert.Equal(5, await sweep.RunAsync(default));
        Assert.Equal(0, await sweep.RunAsync(default));
        Assert.Equal(["area/7/老街台区/3", "line/5/城北线/1", "object/somewhere//1"], await VisitsAsync(world));

        // What comes later for the same place joins the visit that is open.
        var later = await world.CreateTaskAsync(await world.AnomalyAsync("CH-03", obj: "M2"));
        await DispatchAsync(world, later);
        Assert.Equal(1, await sweep.RunAsync(default));
        Assert.Equal(["area/7/老街台区/4", "line/5/城北线/1", "object/somewhere//1"], await VisitsAsync(world));
        Assert.Contains("case.visits-planned", await world.HistoryKindsAsync(SubjectRef.Case((await world.CasesAsync(later))[0].Id)));

        // The visit is over with the last of its orders, and then the place may have a new one.
        await CloseAllAsync(world);
        await sweep.RunAsync(default);
        Assert.Empty(await VisitsAsync(world));
        var again = await world.CreateTaskAsync(await world.AnomalyAsync("CH-04", obj: "C1"));
        await DispatchAsync(world, again);
        await sweep.RunAsync(default);
        Assert.Equal(["area/7/老街台区/1"], await VisitsAsync(world));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Anomaly_InTwoTasksAtOnce_IsDispatchedOnce(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var shared = await world.AnomalyAsync(obj: "C1");
        var own = new[] { await world.AnomalyAsync(obj: "C2"), await world.AnomalyAsync(obj: "C3") };
        var answers = await Task.WhenAll(own.Select((id, index) => Task.Run(() => TryAsync(world, $"key-{index}", shared, id))));
        // Whoever is later sees it before his task is made, or his task is withdrawn.
        Assert.Single(answers, "created");
        Assert.Single(answers, answer => answer is "anomaly-taken" or "task-withdrawn");

        await DispatchAsync(world, (await world.AnomalyAsync(shared)).TaskId!.Value);
        var item = Assert.Single(await world.ReadAsync(db => db.Set<CaseItem>().AsNoTracking().Where(row => row.AnomalyId == shared).ToListAsync()));
        // And the index holds even against code that does not ask.
        await Assert.ThrowsAnyAsync<Exception>(() => world.Door.RunAsync("system", session =>
            session.InsertAsync(new CaseItem { Id = world.Get<Ids>().Next(), CaseId = item.CaseId, AnomalyId = shared, HeldAnomalyId = shared, ObjKey = "C1" })));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<string> TryAsync(AuditWorld world, string key, params long[] anomalies)
    {
        try
        {
            return await world.TryCreateTaskAsync(AuditWorld.Analyst, key, anomalies) is Resources.Problem problem ? problem.Code : "created";
        }
        catch (Resources.ProblemException refused)
        {
            return refused.Problem.Code;
        }
    }

    private static async Task DispatchAsync(AuditWorld world, long task)
    {
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "生成", new JsonObject { ["title"] = "6月常态稽查", ["type"] = "routine", ["urgency"] = "normal" });
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "派发");
    }

    private static Task<int> CloseAllAsync(AuditWorld world) => world.Door.RunAsync("system", async session =>
        await session.ExecuteAsync($"update audit_case set closed_at = {session.Now}, version = version + 1 where closed_at is null"));

    private static Task<List<string>> VisitsAsync(AuditWorld world) => world.ReadAsync(db => db.Set<Visit>().AsNoTracking().Where(visit => visit.DoneAt == null)
        .OrderBy(visit => visit.Kind).Select(visit => visit.Kind + "/" + visit.PlaceKey + "/" + visit.PlaceName + "/" + db.Set<VisitItem>().Count(item => item.VisitId == visit.Id)).ToListAsync());

    [Fact]
    public async Task Items_FoundInAWarehouse_WaitUntilItAnswersAndNeverWhenItIsGone()
    {
        if (!PostgresWarehouse.Available)
        {
            return;
        }

        CountyGenerator.Write(new GeneratorOptions { Accounts = 800, Months = 7, Ym = "202605" }, folder.FullName);
        await using var warehouse = await PostgresWarehouse.OpenAsync(folder.FullName);
        var account = await OneAsync(warehouse, "select cons_no from mp where tg_id is not null order by mp_id limit 1");
        await using var world = await AuditWorld.CreateAsync();
        await SweepAsync(world);
        var (there, here) = (await world.AnomalyAsync("DJ-01", obj: account), await world.AnomalyAsync("DJ-01", obj: "C1"));
        await world.Door.RunAsync("system", async session =>
        {
            await session.InsertAsync(new ImportBatch { Id = 2, Source = "wh", State = ImportBatch.Seen, Hash = "first", Ym = "202605", StartedAt = session.Now });
            await session.ExecuteAsync($"update anomaly set source = {"wh"}, version = version + 1 where id = {there}");
        });
        await DispatchAsync(world, await world.CreateTaskAsync(there, here));

        // The warehouse is down: what only it knows waits, and keeps nothing else from being planned.
        var down = new Warehouse("wh", WarehouseProvider.Postgres, "Host=127.0.0.1;Port=1;Username=x;Database=y", "mk");
        Assert.Equal(1, await SweepOf(world, new Warehouses([down])).RunAsync(default));
        Assert.Equal(["area/7/老街台区/1"], await VisitsAsync(world));
        Assert.Equal(1, await SweepOf(world, new Warehouses([warehouse.Configured()])).RunAsync(default));
        var area = await OneAsync(warehouse, $"select t.tg_id || '/' || t.tg_name from mp m join tg t on t.tg_id = m.tg_id where m.cons_no = '{account}' order by m.mp_id limit 1");
        Assert.Contains($"area/{area}/1", await VisitsAsync(world));

        // One that is configured no more will never answer: its objects are visited for themselves.
        var late = await world.AnomalyAsync("DJ-04", obj: account);
        await world.Door.RunAsync("system", async session => await session.ExecuteAsync($"update anomaly set source = {"wh"}, version = version + 1 where id = {late}"));
        await DispatchAsync(world, await world.CreateTaskAsync(late));
        Assert.Equal(1, await SweepOf(world, Warehouses.None).RunAsync(default));
        Assert.Contains($"object/{account}//1", await VisitsAsync(world));
    }

    private static async Task<string> OneAsync(PostgresWarehouse warehouse, string sql)
    {
        using var source = warehouse.Connect();
        await using var reader = source.Read(sql, TimeSpan.FromMinutes(1), default);
        return await reader.ReadAsync() ? reader.GetString(0) : "";
    }

    private VisitSweep SweepOf(AuditWorld world, Warehouses warehouses)
    {
        var contexts = world.Get<IDbContextFactory<CaseDbContext>>();
        var sources = new DataSources(world.Door, contexts, new MarketingFiles(folder.FullName), warehouses, world.Get<Ids>(), world.Clock, NullLogger<DataSources>.Instance);
        return new VisitSweep(world.Door, contexts, sources, world.Get<Ids>());
    }

    private async Task<VisitSweep> SweepAsync(AuditWorld world)
    {
        var files = new MarketingFiles(folder.FullName);
        await world.Door.RunAsync("system", session => session.InsertAsync(new ImportBatch { Id = 1, State = ImportBatch.Done, Ym = "202605", StartedAt = session.Now }));
        using var connection = new SqliteConnection($"Data Source={files.DatabaseOf(1)};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand("""
            create table line (line_id integer, line_name text); create table tg (tg_id integer, tg_name text, line_id integer);
            create table mp (mp_id integer, cons_no text, tg_id integer, line_id integer); create table meter (asset_no text, cons_no text); create table biz_app (app_no text, cons_no text);
            insert into line values (5, '城北线'); insert into tg values (7, '老街台区', 5);
            insert into mp values (1, 'C1', 7, null), (2, 'C2', 7, null), (3, 'H1', null, 5); insert into meter values ('M2', 'C2');
            """, connection);
        command.ExecuteNonQuery();
        return SweepOf(world, Warehouses.None);
    }
}
