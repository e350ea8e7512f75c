using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A loaded batch gets its indicators once, for its own month and the months before it; computed again they are the same rows.</summary>
public sealed class ComputeIndicatorsTests : IAsyncLifetime
{
    private const string County = "370306";
    private MonitoringHouse house = null!;
    private ImportBatch batch = null!;

    private IndicatorSweep Sweep => house.Services.GetRequiredService<IndicatorSweep>();

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync();
        batch = await house.LoadAsync(house.County());
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Sweep_AfterALoad_ComputesItOnceForAllItsMonths()
    {
        var run = await Sweep.RunAsync(default);
        Assert.Equal((AnalysisRun.Done, IndicatorSweep.SubjectOf(batch.Id)), (run!.State, run.Subject));
        Assert.Null(await Sweep.RunAsync(default));
        var facts = await FactsAsync();
        Assert.Equal(["202511", "202512", "202601", "202602", "202603", "202604", "202605"], facts.Where(fact => fact is { Code: "DJ-Z01", OrgNo: County }).Select(fact => fact.Ym).Order());
        Assert.Equal(["202605"], facts.Where(fact => fact.Code == "HT-Z01").Select(fact => fact.Ym).Distinct());
        Assert.DoesNotContain("failures\":[{", run.ResultJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_OfTheCounty_AreWhatTheDataSaysDirectly()
    {
        await Sweep.RunAsync(default);
        var price = (await FactsAsync()).Single(fact => fact is { Code: "DJ-Z03", Ym: "202605", OrgNo: County });
        var (amount, energy) = Direct("select sum(total_amt), sum(pq) from bill where ym = '202605' and amt_type = '01'");
        Assert.Equal((amount, energy), (price.Num, price.Den));
        Assert.Equal(Math.Round(1000 * amount / energy, 6), price.Value);
    }

    [Fact]
    public async Task ComputedAgain_TheSameMonth_LeavesTheSameFactsAndOneAlarmPerUnit()
    {
        await Sweep.RunAsync(default);
        var (facts, alarms) = (await FactsAsync(), await AlarmsAsync());
        Assert.NotEmpty(alarms);
        Assert.Equal(alarms.Count, alarms.DistinctBy(alarm => (alarm.Code, alarm.Ym, alarm.OrgNo)).Count());
        Assert.All(alarms, alarm => Assert.Equal("202605", alarm.Ym));
        await house.Services.GetRequiredService<ComputeIndicators>().RunAsync(batch, ["202605"], "1", new AnalysisProgress((_, _) => Task.CompletedTask), default);
        Assert.Equal(facts.Select(Told), (await FactsAsync()).Select(Told));
        Assert.Equal(alarms.Select(alarm => (alarm.Id, alarm.State, alarm.Value)), (await AlarmsAsync()).Select(alarm => (alarm.Id, alarm.State, alarm.Value)));
    }

    [Fact]
    public async Task Computation_AskedToStop_EndsCancelledAndKeepsWhatItHad()
    {
        var runs = house.Services.GetRequiredService<AnalysisRuns>();
        var compute = house.Services.GetRequiredService<ComputeIndicators>();
        var door = house.Services.GetRequiredService<Workflows.Storage.CommitDoor>();
        var run = await door.RunAsync("1", session => runs.OpenAsync(session, IndicatorSweep.Kind, "batch/0", "/", 2));
        await runs.WorkAsync(run, async (progress, stop) =>
        {
            var first = await compute.RunAsync(batch, ["202605"], "1", progress, stop);
            await door.RunAsync("1", async session => await session.ExecuteAsync($"update analysis_run set cancel_asked = {true}, version = version + 1 where id = {run.Id}"));
            await progress.TellAsync(1, "202604");
            return first;
        }, default);
        Assert.Equal((AnalysisRun.Cancelled, null), (run.State, run.ResultJson));
        Assert.NotEmpty(await FactsAsync());
    }

    private static (string, string, string, decimal, decimal?, decimal?, string, long) Told(IndicatorFact fact) =>
        (fact.Code, fact.Ym, fact.OrgNo, fact.Num, fact.Den, fact.Value, fact.Level, fact.Rows);

    private Task<List<IndicatorFact>> FactsAsync() =>
        house.ReadAsync(db => db.Set<IndicatorFact>().AsNoTracking().OrderBy(fact => fact.Code).ThenBy(fact => fact.Ym).ThenBy(fact => fact.OrgNo).ToListAsync());

    private Task<List<IndicatorAlarm>> AlarmsAsync() => house.ReadAsync(db => db.Set<IndicatorAlarm>().AsNoTracking().OrderBy(alarm => alarm.Id).ToListAsync());

    /// <summary>Two sums of columns with two decimals, straight from the file.</summary>
    private (decimal First, decimal Second) Direct(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={house.Files.DatabaseOf(batch.Id)};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0) / 100m, reader.GetInt64(1) / 100m);
    }
}
