using System.Diagnostics;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// What the process holds while the bench county is imported from its files, and while all themes run over it and store every anomaly: the product's own import and
/// scanner on a product database of their own. The second scan finds everything again.
/// </summary>
internal static class MemoryBenchmark
{
    public static async Task RunAsync(TextWriter output, bool full)
    {
        var county = BenchCounty.Open(full, ScreeningBenchmark.CountyCopies, output);
        county.MakeDatabase(output);
        var delivery = CountyFiles.Of(county, output);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        NativeMemory.GiveBack();
        using var scratch = new ScratchFolder();
        await using var house = await OpenAsync(scratch.Path);
        await ImportAsync(house, delivery, output);
        await ScanAsync(house, county.Base.Ym, "first scan", output);
        await ScanAsync(house, county.Base.Ym, "second scan", output);
    }

    private static async Task<ServiceProvider> OpenAsync(string root)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddCaseStore(new StoreOptions { DataDirectory = root });
        services.AddMonitoring();
        services.AddNotifications();
        var house = services.BuildServiceProvider();
        await house.MigrateAsync();
        await house.PrepareMonitoringAsync();
        return house;
    }

    private static async Task ImportAsync(ServiceProvider house, string delivery, TextWriter output)
    {
        var import = house.GetRequiredService<MarketingImport>();
        using var memory = PeakMemory.Watch();
        var watch = Stopwatch.StartNew();
        var batch = await import.LoadAsync(await import.OpenAsync("1", default), delivery, default);
        if (batch.State != ImportBatch.Done || batch.RowsRejected > 0)
        {
            throw new InvalidOperationException($"The bench county did not load: {batch.State}, {batch.RowsRejected} rows refused, {batch.ProblemsJson[..Math.Min(500, batch.ProblemsJson.Length)]}");
        }

        output.WriteLine($"import of {batch.RowsRead:N0} rows, checks and indexes included, in {watch.Elapsed.TotalSeconds:N0} s ({batch.RowsRead / watch.Elapsed.TotalSeconds:N0} rows/s), {memory}");
    }

    private static async Task ScanAsync(ServiceProvider house, string ym, string name, TextWriter output)
    {
        var scanner = house.GetRequiredService<Scanner>();
        using var memory = PeakMemory.Watch();
        var watch = Stopwatch.StartNew();
        var results = await scanner.RunAsync(await scanner.OpenAsync(new ScanRequest(ym, [], null), "1", default), [], null, default);
        if (results.FirstOrDefault(theme => theme.Error is not null) is { } failed)
        {
            throw new InvalidOperationException($"{failed.Code} failed: {failed.Error}");
        }

        output.WriteLine($"{name}, {results.Count} themes, {results.Sum(theme => theme.Found):N0} found, {results.Sum(theme => theme.New):N0} anomalies new, in {watch.Elapsed.TotalSeconds:N0} s, {memory}");
    }
}
