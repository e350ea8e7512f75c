using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.DataGenerator;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Host.Serving;

/// <summary>First start without data: makes the sample county, loads it by the ordinary door and screens its month once.</summary>
public static class SampleCounty
{
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContextAsync(cancellation))
        {
            if (await db.Set<ImportBatch>().AnyAsync(batch => batch.State == ImportBatch.Done, cancellation))
            {
                return;
            }
        }

        var folder = Path.Combine(services.GetRequiredService<Places>().Data, "sample-county");
        Console.WriteLine("First start: making and loading the sample county (some seconds).");
        var options = new GeneratorOptions();
        await Task.Run(() => CountyGenerator.Write(options, folder), cancellation);
        var import = services.GetRequiredService<MarketingImport>();
        await import.LoadAsync(await import.OpenAsync("system", cancellation), folder, cancellation);
        var scanner = services.GetRequiredService<Scanner>();
        var run = await scanner.OpenAsync(new ScanRequest(options.Ym, [], options.Today), "system", cancellation);
        await scanner.RunAsync(run, [], null, cancellation);
    }
}
