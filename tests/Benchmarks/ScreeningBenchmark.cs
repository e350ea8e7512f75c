using System.Diagnostics;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;
using Npgsql;

namespace CaseMgmt.Benchmarks;

/// <summary>All themes over a large county, and the same statements by the database's own shell in the same run.</summary>
internal static class ScreeningBenchmark
{
    public const int CountyCopies = 40;
    private const int CityCopies = 200;

    /// <summary>The embedded database: 200,000 accounts × 13 months, quick a hundredth of it.</summary>
    public static void RunCounty(TextWriter output, bool full)
    {
        var county = BenchCounty.Open(full, CountyCopies, output);
        county.MakeDatabase(output);
        using var plain = PlainShell.Open("sqlite3", $"-readonly -batch {county.Database}", "pragma cache_size=-65536; pragma temp_store=file; pragma case_sensitive_like=on;\n.output /dev/null", ".output stdout\n.print done\n.output /dev/null");
        using var connection = new RuleConnection(county.Database, TimeProvider.System);
        Compare(connection, plain, county, output, "sqlite3");
    }

    /// <summary>PostgreSQL: 1,000,000 accounts × 13 months, quick a hundredth of the county.</summary>
    public static async Task RunCityAsync(TextWriter output, bool full)
    {
        if (Environment.GetEnvironmentVariable("CASEMGMT_TEST_POSTGRES") is not { Length: > 0 } server)
        {
            output.WriteLine("PostgreSQL: not run, CASEMGMT_TEST_POSTGRES is not set");
            return;
        }

        var county = BenchCounty.Open(full, CityCopies, output);
        var city = new CityWarehouse(server, county);
        await city.MakeAsync(output);
        var owner = new NpgsqlConnectionStringBuilder(server);
        using var plain = PlainShell.Open("psql", $"-q -h {owner.Host} -p {owner.Port} -U {owner.Username} -d {city.Name}", "set search_path = mk;\n\\o /dev/null", "\\echo done");
        using var connection = new PostgresRuleConnection(city.Connection(city.Name, city.Reader), CityWarehouse.Schema);
        Compare(connection, plain, county, output, "psql");
    }

    // Theme by theme in turns, and who goes first changes: neither side finds the warmer cache or the quieter machine.
    private static void Compare(IRuleSource source, PlainShell? plain, BenchCounty county, TextWriter output, string program)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        using var memory = PeakMemory.Watch();
        var standard = ThemeLibrary.Standard(county.Base.Ym, county.Base.Today);
        List<(string Code, double Ours, double Theirs, int Found)> times = [];
        foreach (var theme in ThemeLibrary.Shipped().Current)
        {
            var statement = theme.AppliesTo(standard.Ym) ? RuleCompiler.Compile(theme.Sql, standard.With(theme), source.Dialect).Sql + ";" : "";
            var shellFirst = times.Count % 2 == 0;
            var theirs = shellFirst ? plain?.Time(statement) : null;
            var watch = Stopwatch.StartNew();
            var found = RuleRun.Find(source, theme, standard, CancellationToken.None).Count;
            var ours = watch.Elapsed;
            theirs = shellFirst ? theirs : plain?.Time(statement);
            times.Add((theme.Code, ours.TotalSeconds, theirs?.TotalSeconds ?? 0, found));
        }

        plain?.End();
        var total = times.Sum(each => each.Ours);
        output.WriteLine($"{times.Count} themes in {total:N2} s, {times.Sum(each => each.Found):N0} found, {memory}");
        output.WriteLine($"slowest: {string.Join(", ", times.OrderByDescending(each => each.Ours).Take(12).Select(each => $"{each.Code} {each.Ours:N2} s"))}");
        output.WriteLine(plain is null
            ? $"{program} is not installed: nothing to compare with"
            : $"the same statements by {program}: {times.Sum(each => each.Theirs):N2} s, ours ÷ plain {total / times.Sum(each => each.Theirs):N2}");
    }
}
