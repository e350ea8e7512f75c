using System.Text;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A folder of files comes into force as a whole or not at all, and whatever is wrong with it is named.</summary>
public sealed class MarketingImportTests : IAsyncLifetime
{
    private MonitoringHouse house = null!;
    private string county = "";

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync();
        county = house.County();
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Load_SampleCounty_ComesIntoForceWithOrganisationsAndStamp()
    {
        var batch = await house.LoadAsync(county);
        Assert.Equal((ImportBatch.Done, "202605", new DateOnly(2026, 6, 10)), (batch.State, batch.Ym, batch.Stamp));
        Assert.Equal("/37/3703/370306/37030601/", (await house.ReadAsync(db => db.Set<OrgUnit>().SingleAsync(org => org.OrgNo == "37030601"))).OrgPath);
        Assert.Equal(File.ReadLines(Path.Combine(county, "bill.csv")).Count() - 1, Scalar(batch, "select count(*) from bill"));
    }

    [Fact]
    public async Task Load_SameContentTwice_IsLoadedOnce()
    {
        var first = await house.LoadAsync(county);
        var second = await house.LoadAsync(county);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal([ImportBatch.Done, ImportBatch.Unchanged], await house.ReadAsync(db => db.Set<ImportBatch>().OrderBy(batch => batch.Id).Select(batch => batch.State).ToListAsync()));
    }

    [Fact]
    public async Task Load_BadRows_NamesFileLineColumnAndReasonAndLeavesTheLastBatchInForce()
    {
        var good = await house.LoadAsync(county);
        Spoil("org.csv", 2, "37,示范省,示范省,02,1,,/37/,1,1,2000-02-30,");
        Spoil("tariff.csv", 3, "JM01,twice,202,0,01,0.54691234,0,0,2023-06-01,");
        Spoil("mr_plan.csv", 4, "x,202605,1");
        var bad = await house.LoadAsync(county);
        Assert.Equal(ImportBatch.Failed, bad.State);
        var rejects = await File.ReadAllTextAsync(house.Files.RejectsOf(bad.Id));
        Assert.Contains("org.csv,2,valid_from,\"not a date like 2026-05-31: \"\"2000-02-30\"\"\"", rejects, StringComparison.Ordinal);
        Assert.Contains("tariff.csv,3,kwh_price,\"more than 6 decimal places: \"\"0.54691234\"\"\"", rejects, StringComparison.Ordinal);
        Assert.Contains("mr_plan.csv,4,,3 cells where the header has 13", rejects, StringComparison.Ordinal);
        var inForce = await house.ReadAsync(db => MarketingFiles.InForceAsync(db, default));
        Assert.Equal(good.Id, inForce!.Id);
        Assert.True(File.Exists(house.Files.DatabaseOf(good.Id)));
        Assert.False(File.Exists(house.Files.DatabaseOf(bad.Id)));
    }

    [Fact]
    public async Task Load_DuplicateKey_IsReported()
    {
        var file = Path.Combine(county, "staff.csv");
        var lines = await File.ReadAllLinesAsync(file);
        await File.AppendAllTextAsync(file, lines[1] + "\r\n");
        Assert.Contains($"staff.csv,{lines.Length + 1},emp_no,duplicate key", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_MissingFileAndColumnsUnknownColumn_AreNamed()
    {
        File.Delete(Path.Combine(county, "ticket.csv"));
        Spoil("tg.csv", 1, "tg_id,tg_name,line_id,org_no,kva,manager_emp");
        var rejects = await RejectsAsync();
        Assert.Contains("ticket.csv,,,missing file", rejects, StringComparison.Ordinal);
        Assert.Contains("tg.csv,1,capacity,missing column", rejects, StringComparison.Ordinal);
        Assert.Contains("tg.csv,1,kva,\"unknown column, left out\"", rejects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Gb18030AndByteOrderMark_AreUnderstood()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (orgs, areas) = (Path.Combine(county, "org.csv"), Path.Combine(county, "tg.csv"));
        await File.WriteAllTextAsync(orgs, await File.ReadAllTextAsync(orgs), Encoding.GetEncoding("gb18030"));
        await File.WriteAllTextAsync(areas, await File.ReadAllTextAsync(areas), new UTF8Encoding(true));
        var batch = await house.LoadAsync(county);
        Assert.Equal(ImportBatch.Done, batch.State);
        Assert.Equal(1L, Scalar(batch, "select count(*) from org where org_name = '城关供电所'"));
    }

    [Fact]
    public async Task Load_QuoteNeverClosed_EndsInAReport()
    {
        Spoil("contract.csv", 3, "\"HT1,open");
        Assert.Contains("contract.csv,3,,a quote is never closed", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_TenMegabyteLine_EndsInAReport()
    {
        Spoil("line.csv", 3, new string('x', 10_000_000));
        Assert.Contains("line.csv,3,,a record is longer than 1 MB", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OrganisationThatNobodyKnows_IsReported()
    {
        Spoil("line.csv", 2, "100001,10kV,AC00101,99999999,2");
        Assert.Contains("line.csv,,org_no,\"1 rows of organisation 99999999, which org.csv does not have\"", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recover_BatchLeftRunning_HasFailed()
    {
        var open = await house.Import.OpenAsync("1", default);
        await house.Import.RecoverAsync(default);
        Assert.Equal(ImportBatch.Failed, (await house.ReadAsync(db => db.Set<ImportBatch>().SingleAsync(batch => batch.Id == open.Id))).State);
    }

    private async Task<string> RejectsAsync()
    {
        var batch = await house.LoadAsync(county);
        Assert.Equal(ImportBatch.Failed, batch.State);
        return await File.ReadAllTextAsync(house.Files.RejectsOf(batch.Id));
    }

    private void Spoil(string file, int line, string text)
    {
        var path = Path.Combine(county, file);
        var lines = File.ReadAllLines(path);
        lines[line - 1] = text;
        File.WriteAllLines(path, lines);
    }

    private long Scalar(ImportBatch batch, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={house.Files.DatabaseOf(batch.Id)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return (long)command.ExecuteScalar()!;
    }
}
