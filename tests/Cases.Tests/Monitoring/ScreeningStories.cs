using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Whitelist;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>What a second scan does to what the first one found, and what the white list does to both.</summary>
public sealed class ScreeningStories : IAsyncLifetime
{
    private const string Month = "202605";
    private MonitoringHouse house = null!;

    private Scanner Scanner => house.Services.GetRequiredService<Scanner>();

    public async Task InitializeAsync() => house = await MonitoringHouse.OpenAsync();

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Finding_OfTheFirstScan_NamesVersionFreshnessStakeAndRisk()
    {
        var batch = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var rows = await RowsAsync("DJ-01");
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal((ThemeLibrary.Shipped().Find("DJ-01")!.Version, batch.Stamp, true), (row.ThemeVersion, row.DataStamp, row.Risk > 0 && row.QueueKey > 0)));
        Assert.Contains(rows, row => row.StakeFen > 0);
        var tags = await house.ReadAsync(db => db.Set<TagRule>().AsNoTracking().ToListAsync());
        Assert.All(tags, tag => Assert.Null(tag.Error));
        Assert.Contains(tags, tag => tag.Objects > 0);
    }

    [Fact]
    public async Task Anomaly_GoneInAFreshLoad_IsSelfClearedAndComesBackAsNew()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var victim = (await RowsAsync("DJ-01"))[0];
        var second = await NextLoadAsync(first, $"update bill set two_part = 1 where cons_no = '{victim.ObjKey}'");
        var result = await ScanAsync("DJ-01");
        Assert.Equal((1, 1), (result.Cleared, (await RowsAsync("DJ-01")).Count(row => row.State == AnomalyStates.SelfCleared)));
        await NextLoadAsync(second, $"update bill set two_part = 0 where cons_no = '{victim.ObjKey}'");
        await ScanAsync("DJ-01");
        var again = (await RowsAsync("DJ-01")).Single(row => row.ObjKey == victim.ObjKey);
        Assert.Equal((AnomalyStates.New, (DateTime?)null, 2), (again.State, again.ClearedAt, again.Hits));
    }

    [Fact]
    public async Task Anomaly_InATaskAndGone_StaysInItAndIsMarked()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var victim = (await RowsAsync("DJ-01"))[0];
        await CommitAsync($"update anomaly set state = 'in-task', task_id = {7L} where id = {victim.Id}");
        await NextLoadAsync(first, $"update bill set two_part = 1 where cons_no = '{victim.ObjKey}'");
        await ScanAsync("DJ-01");
        var row = (await RowsAsync("DJ-01")).Single(each => each.Id == victim.Id);
        Assert.Equal((AnomalyStates.InTask, true), (row.State, row.ClearedAt is not null));
    }

    [Fact]
    public async Task Anomaly_WhoseUnitIsMissingInTheLoad_IsNeverSelfCleared()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var before = await RowsAsync("DJ-01");
        await NextLoadAsync(first, $"delete from bill where ym = '{Month}'");
        var result = await ScanAsync("DJ-01");
        Assert.Equal((0, 0), (result.Found, result.Cleared));
        Assert.All(await RowsAsync("DJ-01"), row => Assert.Equal(AnomalyStates.New, row.State));
        Assert.Equal(before.Count, (await RowsAsync("DJ-01")).Count);
    }

    /// <summary>The file of one county did not come: the table is there and as fresh as before, without a row of that county.</summary>
    [Theory]
    [InlineData("coll_day", true, 0)]
    [InlineData("coll_day", false, 1)]
    [InlineData("meter", true, 0)]
    public async Task Anomaly_WhoseCountyIsMissingInOneTableOfTheRule_IsNotSelfCleared(string table, bool missing, int cleared)
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("JL-01");
        var victim = (await RowsAsync("JL-01"))[0];
        await NextLoadAsync(first, !missing ? $"delete from coll_day where meter_id in (select meter_id from meter where asset_no = '{victim.ObjKey}')"
            : table == "coll_day" ? "update coll_day set org_no = '370399'" : "update meter set cons_no = 'nobody'");
        await CommitAsync($"update anomaly set obj_key = {"GONE"} where id = {victim.Id}");
        Assert.Equal(cleared, (await ScanAsync("JL-01")).Cleared);
    }

    [Fact]
    public async Task Finding_SeenDailyInOneLoad_IsOneHit()
    {
        var load = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var first = await RowsAsync("DJ-01");
        await ScanAsync("DJ-01");
        await ScanAsync("DJ-01");
        Assert.Equal(first.Select(row => (row.Id, 1, row.LastSeenAt, row.Version)), (await RowsAsync("DJ-01")).Select(row => (row.Id, row.Hits, row.LastSeenAt, row.Version)));
        await NextLoadAsync(load, "update bill set pq = pq");
        await ScanAsync("DJ-01");
        Assert.All((await RowsAsync("DJ-01")).Zip(first), pair => Assert.Equal((2, pair.Second.FirstSeenAt, true), (pair.First.Hits, pair.First.FirstSeenAt, pair.First.LastSeenAt > pair.Second.LastSeenAt)));
    }

    [Fact]
    public async Task Anomaly_GoneInALoadThatEndsEarlier_IsNotSelfCleared()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var victim = (await RowsAsync("DJ-01"))[0];
        await NextLoadAsync(first, $"update bill set two_part = 1 where cons_no = '{victim.ObjKey}'", daysLater: -3);
        Assert.Equal(0, (await ScanAsync("DJ-01")).Cleared);
        Assert.Equal(AnomalyStates.New, (await RowsAsync("DJ-01"))[0].State);
    }

    [Fact]
    public async Task Scan_SameLoadAgain_ClearsNothing()
    {
        await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var all = await RowsAsync("DJ-01");
        await CommitAsync($"update anomaly set obj_key = {"GONE-" + all[0].ObjKey} where id = {all[0].Id}");
        Assert.Equal(0, (await ScanAsync("DJ-01")).Cleared);
    }

    [Fact]
    public async Task WhiteEntry_InForce_FlagsItsAnomalyAndAChangedObjectEndsIt()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var victim = (await RowsAsync("DJ-01"))[0];
        var entry = await WhiteAsync(victim, first.Id);
        Assert.Equal(1, (await ScanAsync("DJ-01")).White);
        Assert.Equal(entry, (await RowsAsync("DJ-01")).Single(row => row.Id == victim.Id).WhiteId);
        await NextLoadAsync(first, $"update cons set contract_cap = contract_cap + 1 where cons_no = '{victim.ObjKey}'");
        Assert.Equal(0, (await ScanAsync("DJ-01")).White);
        var ended = await house.ReadAsync(db => db.Set<WhiteEntry>().SingleAsync());
        Assert.Equal((WhiteStates.Cancelled, "changed"), (ended.State, ended.EndReason));
        Assert.Null((await RowsAsync("DJ-01")).Single(row => row.Id == victim.Id).WhiteId);
    }

    [Fact]
    public async Task WhiteEntry_FindingHalfAsBadAgain_EndsIt()
    {
        var first = await house.LoadAsync(house.County());
        await ScanAsync("DJ-01");
        var victim = (await RowsAsync("DJ-01"))[0];
        await WhiteAsync(victim, first.Id, victim.Metric / 2);
        Assert.Equal(0, (await ScanAsync("DJ-01")).White);
        Assert.Equal("worse", (await house.ReadAsync(db => db.Set<WhiteEntry>().SingleAsync())).EndReason);
    }

    [Fact]
    public async Task Scan_OneThemeBroken_RunsTheOthersAndSaysSo()
    {
        await house.LoadAsync(house.County());
        var row = await house.ReadAsync(db => db.Set<ThemeVersion>().AsNoTracking().Where(each => each.Code == "DJ-02").OrderBy(each => each.Number).LastAsync());
        var next = row.Number + 1;
        var broken = ThemeContent.Amend(row.ContentJson, next, new(null, null, null, null, null, null, null, null, null,
            "SELECT c.org_no, c.hec_code AS obj_key, c.run_cap AS metric, 0 AS limit_v\nFROM cons c WHERE c.hec_code IS NULL", []));
        await house.Services.GetRequiredService<CommitDoor>().RunAsync("1", async session => await session.InsertAsync(new ThemeVersion
        {
            Id = 5, Code = "DJ-02", Number = next, State = ThemeStates.Approved, EffectiveFrom = new DateOnly(2020, 1, 1), ContentJson = broken, ContentHash = "x",
        }));
        var results = await ScanAllAsync(["DJ-01", "DJ-02", "DJ-03"]);
        Assert.Equal([ThemeLibrary.Shipped().Find("DJ-01")!.Version, next, ThemeLibrary.Shipped().Find("DJ-03")!.Version], results.Select(result => result.Version));
        Assert.Null(results[0].Error);
        var told = Texts.Languages.Select(language => RuleRefusal.Told(results[1].Error, language));
        Assert.Equal(["有一行的 obj_key 为空", "obj_key is empty in a row"], told);
        Assert.Null(results[2].Error);
    }

    [Fact]
    public async Task Scan_AskedToStop_EndsCancelledAndKeepsWhatItHas()
    {
        await house.LoadAsync(house.County());
        var run = await Scanner.OpenAsync(new ScanRequest(Month, ["DJ-01", "DJ-02"], null), "1", default);
        await Scanner.RunAsync(run, ["DJ-01", "DJ-02"], (theme, _) => Scanner.Stop(run.Id), default);
        var row = await house.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().SingleAsync(each => each.Id == run.Id));
        Assert.Equal((ScanRun.Cancelled, 1), (row.State, ScanView.Of(row, "en").Themes.Count));
    }

    private async Task<ThemeResult> ScanAsync(string code) => (await ScanAllAsync([code])).Single();

    private async Task<IReadOnlyList<ThemeResult>> ScanAllAsync(string[] codes) =>
        await Scanner.RunAsync(await Scanner.OpenAsync(new ScanRequest(Month, codes, null), "1", default), codes, null, default);

    private Task<List<Anomaly>> RowsAsync(string code) => house.ReadAsync(db => db.Set<Anomaly>().AsNoTracking().Where(row => row.ThemeCode == code).OrderBy(row => row.ObjKey).ToListAsync());

    private Task<int> CommitAsync(FormattableString sql) => house.Services.GetRequiredService<CommitDoor>().RunAsync("1", async session => await session.ExecuteAsync(sql));

    /// <summary>A later load with the same data but for one change.</summary>
    private async Task<ImportBatch> NextLoadAsync(ImportBatch before, string change, int daysLater = 1)
    {
        var next = new ImportBatch { Id = house.Services.GetRequiredService<Ids>().Next(), State = ImportBatch.Done, Ym = before.Ym, Stamp = before.Stamp!.Value.AddDays(daysLater), Hash = change, FreshnessJson = before.FreshnessJson };
        File.Copy(house.Files.DatabaseOf(before.Id), house.Files.DatabaseOf(next.Id));
        await using var connection = new SqliteConnection($"Data Source={house.Files.DatabaseOf(next.Id)};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(change, connection);
        await command.ExecuteNonQueryAsync();
        await house.Services.GetRequiredService<CommitDoor>().RunAsync("1", async session => await session.InsertAsync(next));
        return next;
    }

    private async Task<long> WhiteAsync(Anomaly anomaly, long batch, decimal? metric = null)
    {
        using var source = new RuleConnection(house.Files.DatabaseOf(batch), TimeProvider.System);
        var prints = new ObjectPrint(source);
        var today = house.Services.GetRequiredService<WhiteWatch>().Today;
        var entry = new WhiteEntry
        {
            Id = house.Services.GetRequiredService<Ids>().Next(), ThemeCode = anomaly.ThemeCode, ObjKey = anomaly.ObjKey, OrgNo = anomaly.OrgNo, OrgPath = anomaly.OrgPath,
            AnomalyId = anomaly.Id, State = WhiteStates.Effective, ValidFrom = today, ValidTo = today.AddMonths(3), Metric = metric ?? anomaly.Metric, ObjectPrint = prints.Of(anomaly.ObjKey),
        };
        await house.Services.GetRequiredService<CommitDoor>().RunAsync("1", async session => await session.InsertAsync(entry));
        return entry.Id;
    }
}
