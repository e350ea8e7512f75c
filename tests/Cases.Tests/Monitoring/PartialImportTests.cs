using System.IO.Compression;
using System.Text;
using CaseMgmt.Cases.Monitoring.Loading;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Single tables over the batch in force; uploads that are not what they seem; loads that meet, are stopped or killed.</summary>
public sealed class PartialImportTests : IAsyncLifetime
{
    private MonitoringHouse house = null!;
    private string county = "";
    private string part = "";

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync();
        (county, part) = (house.County(), Directory.CreateDirectory(Path.Combine(house.Root, "part")).FullName);
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Load_OneSheetKeepingTheRest_ReplacesThatTableOnceAndKeepsTheOthers()
    {
        var whole = await house.LoadAsync(county);
        File.WriteAllLines(Path.Combine(part, "tg.csv"), File.ReadLines(Path.Combine(county, "tg.csv")).SkipLast(1));
        Workbook.FromCsv(Path.Combine(part, "tg.csv"), Path.Combine(part, "tg.xlsx"));
        File.Delete(Path.Combine(part, "tg.csv"));
        var next = await KeepAsync();
        Assert.Equal((ImportBatch.Done, whole.Ym, whole.Stamp), (next.State, next.Ym, next.Stamp));
        var (before, after) = (LoadedFile.ReadAll(whole.FilesJson), LoadedFile.ReadAll(next.FilesJson));
        Assert.Equal(before.Single(file => file.Table == "tg").Rows - 1, after.Single(file => !file.Kept).Rows);
        Assert.Equal("xlsx", after.Single(file => !file.Kept).Format);
        Assert.Equal(before.Count, after.Count);
        Assert.Equal(next.Id, (await KeepAsync()).Id);
    }

    [Fact]
    public async Task Load_NoTableAtAll_SaysSo()
    {
        await house.LoadAsync(county);
        var batch = await KeepAsync();
        Assert.Contains(LoadProblem.ReadAll(batch.ProblemsJson), problem => problem.Code == "no-tables");
    }

    [Fact]
    public async Task Load_OneTableTwice_IsRefused()
    {
        await house.LoadAsync(county);
        Workbook.FromCsv(Path.Combine(county, "tg.csv"), Path.Combine(part, "TG.xlsx"));
        File.Copy(Path.Combine(county, "tg.csv"), Path.Combine(part, "tg.csv"));
        Assert.Contains(LoadProblem.ReadAll((await KeepAsync()).ProblemsJson), problem => problem.Code == "repeated-file");
    }

    [Fact]
    public async Task Load_PathThatDoesNotFollowFromTheParent_IsRefused()
    {
        await house.LoadAsync(county);
        var lines = await File.ReadAllLinesAsync(Path.Combine(county, "org.csv"));
        File.WriteAllLines(Path.Combine(part, "org.csv"), lines.Select(line => line.Replace("/37/3703/370306/37030601/", "/37/", StringComparison.Ordinal)));
        Assert.Contains(LoadProblem.ReadAll((await KeepAsync()).ProblemsJson), problem => problem is { Code: "org-path", Column: "org_path" });
    }

    [Fact]
    public async Task Load_TwoAtOnce_BothEndAndTheLaterIsInForce()
    {
        var other = house.County(1000, 7, "202604", "other");
        var (first, second) = (await house.Import.OpenAsync("1", default), await house.Import.OpenAsync("2", default));
        var ended = await Task.WhenAll(house.Import.LoadAsync(first, county, default), house.Import.LoadAsync(second, other, default));
        Assert.All(ended, batch => Assert.Equal(ImportBatch.Done, batch.State));
        Assert.Equal(second.Id, (await house.ReadAsync(db => MarketingFiles.InForceAsync(db, default)))!.Id);
    }

    [Fact]
    public async Task Load_StoppedOnTheWay_IsCancelledAndLeavesTheLastBatchInForce()
    {
        var good = await house.LoadAsync(house.County(1000, 7, "202604", "other"));
        var batch = await house.Import.OpenAsync("1", default);
        Assert.Equal(ImportBatch.Cancelled, (await house.Import.LoadAsync(batch, county, default, new Stopper(() => house.Import.Stop(batch.Id)))).State);
        Assert.False(house.Import.Stop(batch.Id));
        Assert.False(File.Exists(house.Files.DatabaseOf(batch.Id)));
        Assert.Equal(good.Id, (await house.ReadAsync(db => MarketingFiles.InForceAsync(db, default)))!.Id);
    }

    [Fact]
    public async Task Recover_AfterAKill_LeavesNothingHalfBuilt()
    {
        var good = await house.LoadAsync(county);
        var killed = await house.Import.OpenAsync("1", default);
        await File.WriteAllTextAsync(house.Files.DatabaseOf(killed.Id), "torn");
        await File.WriteAllTextAsync(Path.Combine(house.Files.NewUpload(killed.Id), "bill.csv"), "torn");
        await house.Import.RecoverAsync(default);
        var row = await house.ReadAsync(db => db.Set<ImportBatch>().SingleAsync(batch => batch.Id == killed.Id));
        Assert.Equal((ImportBatch.Failed, "interrupted"), (row.State, LoadProblem.ReadAll(row.ProblemsJson).Single().Code));
        Assert.False(File.Exists(house.Files.DatabaseOf(killed.Id)) || Directory.Exists(house.Files.UploadOf(killed.Id)));
        Assert.Equal(good.Id, (await house.ReadAsync(db => MarketingFiles.InForceAsync(db, default)))!.Id);
    }

    [Fact]
    public async Task Archive_WithFoldersClimbingPathsAndForeignFiles_StaysInItsFolder()
    {
        var received = await ReceiveAsync(archive =>
        {
            Workbook.Part(archive, "county/2026/bill.csv", "a");
            Workbook.Part(archive, "../../../cons.csv", "b");
            Workbook.Part(archive, "__MACOSX/._bill.csv", "c");
            Workbook.Part(archive, "county/说明.docx", "d");
            Workbook.Part(archive, "inner.zip", "e");
        });
        Assert.Equal(["bill.csv", "cons.csv"], Directory.EnumerateFiles(part).Select(Path.GetFileName).Order());
        Assert.Equal(["inner.zip", "说明.docx"], received.Noted.Select(problem => problem.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Archive_OneFileInTwoFolders_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<UploadException>(() => ReceiveAsync(archive =>
        {
            Workbook.Part(archive, "may/bill.csv", "a");
            Workbook.Part(archive, "june/BILL.csv", "b");
        }));
        Assert.Equal("repeated-file", refused.Problem.Code);
    }

    [Fact]
    public async Task Archive_ThatUnpacksToFarMoreThanItIs_IsStoppedAtOnce()
    {
        var refused = await Assert.ThrowsAsync<UploadException>(() => ReceiveAsync(archive =>
        {
            using var bomb = archive.CreateEntry("bill.csv").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                bomb.Write(zeros);
            }
        }));
        Assert.Equal("archive-bomb", refused.Problem.Code);
        Assert.InRange(new FileInfo(Path.Combine(part, "bill.csv")).Length, 0, 65 << 20);
    }

    [Fact]
    public async Task Archive_WithTooManyFiles_IsRefused() => Assert.Equal("too-many-files", (await Assert.ThrowsAsync<UploadException>(() => ReceiveAsync(archive =>
    {
        for (var i = 0; i <= 100; i++)
        {
            Workbook.Part(archive, $"table{i}.csv", "");
        }
    }))).Problem.Code);

    [Fact]
    public async Task Archive_ThatIsTorn_IsRefused()
    {
        using var zip = new MemoryStream(Encoding.UTF8.GetBytes("PK no archive"));
        await Assert.ThrowsAsync<InvalidDataException>(() => new ReceivedFiles(part).AddAsync("county.zip", zip, default));
        Assert.Empty(Directory.EnumerateFiles(part));
    }

    private async Task<ReceivedFiles> ReceiveAsync(Action<ZipArchive> fill)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(archive);
        }

        zip.Position = 0;
        var received = new ReceivedFiles(part);
        await received.AddAsync("county.zip", zip, default);
        return received;
    }

    private async Task<ImportBatch> KeepAsync() => await house.Import.LoadAsync(await house.Import.OpenAsync("1", default), new LoadOrder(part, true), default);

    private sealed class Stopper(Action stop) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => stop();
    }
}
