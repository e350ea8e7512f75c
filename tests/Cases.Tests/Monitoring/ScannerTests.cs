using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>A scan stores what it finds; what it finds again is the same anomaly, with one hit for each load that shows it.</summary>
public sealed class ScannerTests : IAsyncLifetime
{
    private MonitoringHouse house = null!;

    private Scanner Scanner => house.Services.GetRequiredService<Scanner>();

    public async Task InitializeAsync() => house = await MonitoringHouse.OpenAsync();

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Scan_WithoutData_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ScanRefusedException>(() => Scanner.OpenAsync(new ScanRequest("202605", [], null), "1", default));
        Assert.Equal("no-data", refused.Code);
    }

    [Theory]
    [InlineData("209901")]
    [InlineData("199901")]
    public async Task Scan_OfAMonthNeverLoaded_IsRefusedWithTheNewestMonthInBothLanguages(string ym)
    {
        await house.LoadAsync(house.County());
        var refused = await Assert.ThrowsAsync<ScanRefusedException>(() => Scanner.OpenAsync(new ScanRequest(ym, [], null), "1", default));
        Assert.Equal("month-not-loaded", refused.Code);
        Assert.All(new[] { "zh", "en" }, language => Assert.Matches($"{ym}.*202605", refused.Problem.In(language).Detail!));
        Assert.Empty(await house.ReadAsync(db => db.Set<ScanRun>().ToListAsync()));
    }

    [Fact]
    public async Task Scan_OfAMonthWhoseBillsAreMissing_RunsAndSaysSo()
    {
        await house.LoadAsync(house.County());
        var run = await Scanner.OpenAsync(new ScanRequest("202606", ["DJ-01"], null), "1", default);
        await Scanner.RunAsync(run, ["DJ-01"], null, default);
        var stored = await house.ReadAsync(db => db.Set<ScanRun>().AsNoTracking().SingleAsync());
        Assert.Equal(ScanRun.Done, stored.State);
        Assert.Contains("202606", ScanView.Of(stored, "zh").Problem, StringComparison.Ordinal);
        Assert.Contains("bills", ScanView.Of(stored, "en").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scan_SameMonthTwice_DoublesNothing()
    {
        await house.LoadAsync(house.County());
        var first = await RunAsync();
        var second = await RunAsync();
        var rows = await house.ReadAsync(db => db.Set<Anomaly>().ToListAsync());
        Assert.Equal(rows.Count, first.Sum(theme => theme.New));
        Assert.Equal(0, second.Sum(theme => theme.New));
        Assert.All(rows, row => Assert.Equal((1, "/37/3703/370306/" + row.OrgNo + "/"), (row.Hits, row.OrgPath)));
    }

    [Fact]
    public async Task Scan_FoundAgainWithLargerMetric_KeepsTheLargerOneAndTheDecision()
    {
        await house.LoadAsync(house.County());
        await RunAsync();
        var door = house.Services.GetRequiredService<Workflows.Storage.CommitDoor>();
        await door.RunAsync("1", async session => await session.ExecuteAsync($"update anomaly set metric = {0.5m}, state = {AnomalyStates.Ignored}"));
        await RunAsync();
        var rows = await house.ReadAsync(db => db.Set<Anomaly>().Where(row => row.ThemeCode == "DJ-01").ToListAsync());
        Assert.All(rows, row => Assert.True(row.Metric >= 315m && row.State == AnomalyStates.Ignored));
    }

    [Fact]
    public async Task Scan_UnknownTheme_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<ScanRefusedException>(() => Scanner.OpenAsync(new ScanRequest("202605", ["DJ-99"], null), "1", default));
        Assert.Equal("theme-unknown", refused.Code);
    }

    private async Task<IReadOnlyList<ThemeResult>> RunAsync()
    {
        var run = await Scanner.OpenAsync(new ScanRequest("202605", ["DJ-01", "JL-01", "XS-01"], null), "1", default);
        return await Scanner.RunAsync(run, ["DJ-01", "JL-01", "XS-01"], null, default);
    }
}
