using System.Text;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A folder of files comes into force as a whole or not at all, and whatever is wrong with it is named.</summary>
public sealed class MarketingImportTests : IAsyncLifetime
{
    private static readonly string[] Codes =
    [
        "missing-file", "unknown-file", "empty-file", "unknown-column", "repeated-column", "missing-column", "cell-count", "duplicate-key", "quote-open", "quote-text",
        "record-too-long", "unknown-org", "empty-key", "bad-integer", "bad-number", "bad-date", "bad-time", "bad-bit", "too-many-decimals", "too-many-digits", "too-long",
        "bad-encoding", "zero-character", "cell-too-large", "interrupted", "unchanged", "failed", "too-many-files", "too-large", "upload-broken",
        "repeated-file", "no-tables", "column-without-name", "no-rows", "too-many-problems", "org-path", "cancelled", "xlsx-too-large", "xlsx-broken", "xlsx-torn", "xlsx-columns",
        "archive-bomb", "excel-error", "excel-digits", "zip-encrypted",
    ];

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
        var rejects = await CsvAsync(bad, "en");
        Assert.Contains("org.csv,2,valid_from,\"\"\"2000-02-30\"\" is not a date.", rejects, StringComparison.Ordinal);
        Assert.Contains("tariff.csv,3,kwh_price,\"\"\"0.54691234\"\" has more than 6 decimal places.", rejects, StringComparison.Ordinal);
        Assert.Contains("mr_plan.csv,4,,\"The row has 3 cells, the header has 13.", rejects, StringComparison.Ordinal);
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
        Assert.Contains($"staff.csv,{lines.Length + 1},emp_no,The key repeats", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_MissingFileAndColumnsUnknownColumn_AreNamed()
    {
        File.Delete(Path.Combine(county, "ticket.csv"));
        Spoil("tg.csv", 1, "tg_id,tg_name,line_id,org_no,kva,manager_emp");
        var rejects = await RejectsAsync();
        Assert.Contains("ticket.csv,,,This file is missing.", rejects, StringComparison.Ordinal);
        Assert.Contains("tg.csv,1,capacity,This column is missing.", rejects, StringComparison.Ordinal);
        Assert.Contains("tg.csv,1,kva,\"The table has no such column", rejects, StringComparison.Ordinal);
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
        Assert.Contains("contract.csv,3,,A quote is never closed;", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_TenMegabyteLine_EndsInAReport()
    {
        Spoil("line.csv", 3, new string('x', 10_000_000));
        Assert.Contains("line.csv,3,,A row is longer than 1 MB and was left out.", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_OrganisationThatNobodyKnows_IsReported()
    {
        Spoil("line.csv", 2, "100001,10kV,AC00101,99999999,2");
        Assert.Contains("line.csv,,org_no,\"1 rows belong to organisation 99999999,", await RejectsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recover_BatchLeftRunning_HasFailed()
    {
        var open = await house.Import.OpenAsync("1", default);
        await house.Import.RecoverAsync(default);
        Assert.Equal(ImportBatch.Failed, (await house.ReadAsync(db => db.Set<ImportBatch>().SingleAsync(batch => batch.Id == open.Id))).State);
    }

    [Fact]
    public void EveryCodeOfAProblem_HasAText() => Assert.All(Codes, code => Assert.True(Texts.Has("zh", "import." + code) && Texts.Has("en", "import." + code), code));

    [Theory]
    [InlineData("zh", "“2000-02-30”不是有效日期")]
    [InlineData("en", "\"2000-02-30\" is not a date")]
    public async Task Problems_OfOneBatch_ReadInTheLanguageOfTheReader(string language, string reason)
    {
        Spoil("org.csv", 2, "37,示范省,示范省,02,1,,/37/,1,1,2000-02-30,");
        var batch = await house.LoadAsync(county);
        Assert.Contains(ImportView.Of(batch, language).Problems, problem => problem.Line == 2 && problem.Reason.StartsWith(reason, StringComparison.Ordinal));
        await File.AppendAllTextAsync(house.Files.RejectsOf(batch.Id), "{\"file\":\"torn by a kill");
        var csv = await CsvAsync(batch, language);
        Assert.StartsWith("\uFEFFfile,line,column,reason\r\n", csv, StringComparison.Ordinal);
        Assert.Contains(reason.Replace("\"", "\"\"", StringComparison.Ordinal), csv, StringComparison.Ordinal);
        Assert.DoesNotContain("torn", csv, StringComparison.Ordinal);
    }

    private async Task<string> CsvAsync(ImportBatch batch, string language)
    {
        using var csv = new MemoryStream();
        await RejectCsv.WriteAsync(house.Files.RejectsOf(batch.Id), csv, language, default);
        return Encoding.UTF8.GetString(csv.ToArray());
    }

    private async Task<string> RejectsAsync()
    {
        var batch = await house.LoadAsync(county);
        Assert.Equal(ImportBatch.Failed, batch.State);
        return await CsvAsync(batch, "en");
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
