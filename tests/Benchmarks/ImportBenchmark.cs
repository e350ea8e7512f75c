using System.Diagnostics;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;

namespace CaseMgmt.Benchmarks;

/// <summary>Load of a sample county, the mix of all tables with indexes and statistics included, and one scan of every theme over it.</summary>
public static class ImportBenchmark
{
    public static void Run(TextWriter output)
    {
        var root = Directory.CreateTempSubdirectory("import-benchmark").FullName;
        try
        {
            var options = new GeneratorOptions { Accounts = 20_000 };
            CountyGenerator.Write(options, Path.Combine(root, "county"));
            var database = Path.Combine(root, "marketing.db");
            Load(Path.Combine(root, "county"), database, output);
            Scan(database, options, output);
        }
        finally
        {
            Directory.Delete(root, true);
        }
    }

    private static void Load(string folder, string database, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var delivery = Delivery.Inspect(folder);
        var report = new LoadReport(TextWriter.Null);
        new MarketingBuild(database, report).Run(delivery.Files, new Silent(), CancellationToken.None);
        if (!report.Good)
        {
            throw new InvalidOperationException("The sample county did not load.");
        }

        output.WriteLine($"import of {report.Rows:N0} rows, hash, checks and indexes included: {report.Rows / watch.Elapsed.TotalSeconds:N0} rows/s");
    }

    private static void Scan(string database, GeneratorOptions options, TextWriter output)
    {
        var library = ThemeLibrary.Shipped();
        using var connection = new RuleConnection(database, TimeProvider.System);
        var watch = Stopwatch.StartNew();
        var found = library.Current.Sum(theme => RuleRun.Find(connection, theme, ThemeLibrary.Standard(options.Ym, options.Today), CancellationToken.None).Count);
        output.WriteLine($"{library.Current.Count} themes over {options.Accounts:N0} accounts x {options.Months} months: {watch.Elapsed.TotalSeconds:N2} s, {found} found");
    }

    private sealed class Silent : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value)
        {
        }
    }
}
