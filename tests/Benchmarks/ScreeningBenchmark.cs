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
    private const int CountyCopies = 40;
    private const int CityCopies = 200;

    /// <summary>The embedded database: 200,000 accounts × 13 months, quick a hundredth of it.</summary>
    public static void RunCounty(TextWriter output, bool full)
    {
        var county = BenchCounty.Open(full, CountyCopies, output);
        county.MakeDatabase(output);
        var plain = Shell("sqlite3", $"-readonly -batch {county.Database}", "pragma cache_size=-65536; pragma temp_store=file; pragma case_sensitive_like=on;\n.output /dev/null\n", county, RuleDialect.Sqlite);
        using var connection = new RuleConnection(county.Database, TimeProvider.System);
        Report(output, Scan(connection, county, output), plain, "sqlite3");
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
        var name = $"bench_{Path.GetFileName(county.Folder)}_{county.Copies}";
        var owner = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false };
        await MakeWarehouseAsync(server, owner, county, name, output);
        var plain = Shell("psql", $"-q -h {owner.Host} -p {owner.Port} -U {owner.Username} -d {name}", "set search_path = mk;\n\\o /dev/null\n", county, RuleDialect.Postgres);
        using var connection = new PostgresRuleConnection(new NpgsqlConnectionStringBuilder(owner.ToString()) { Username = name + "_reader" }.ToString(), "mk");
        Report(output, Scan(connection, county, output), plain, "psql");
    }

    private static async Task MakeWarehouseAsync(string server, NpgsqlConnectionStringBuilder owner, BenchCounty county, string name, TextWriter output)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var known = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await known.ExecuteScalarAsync() is not null)
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        await using (var create = new NpgsqlCommand($"create database {name}_new", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        var making = new NpgsqlConnectionStringBuilder(owner.ToString()) { Database = name + "_new" }.ToString();
        await PostgresCounty.LoadAsync(making, "mk", county.Files, name + "_reader");
        await using (var filling = new NpgsqlConnection(making))
        {
            await filling.OpenAsync();
            Run(filling, "set search_path = mk; set synchronous_commit = off; set maintenance_work_mem = '512MB'");
            county.Multiply(sql => Run(filling, sql), text => $"{text} || '~' || k", $"with copy(k) as (select generate_series(1::bigint, {county.Copies - 1}))");
        }

        await using var rename = new NpgsqlCommand($"alter database {name}_new rename to {name}", connection);
        await rename.ExecuteNonQueryAsync();
        output.WriteLine($"made in {watch.Elapsed.TotalSeconds:N0} s");
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    private static TimeSpan Scan(IRuleSource source, BenchCounty county, TextWriter output)
    {
        var times = new List<(string Code, double Seconds, int Found)>();
        var watch = Stopwatch.StartNew();
        foreach (var theme in ThemeLibrary.Shipped().Current)
        {
            var started = watch.Elapsed;
            var found = RuleRun.Find(source, theme, ThemeLibrary.Standard(county.Base.Ym, county.Base.Today), CancellationToken.None).Count;
            times.Add((theme.Code, (watch.Elapsed - started).TotalSeconds, found));
        }

        var total = watch.Elapsed;
        output.WriteLine($"{times.Count} themes in {total.TotalSeconds:N2} s, {times.Sum(each => each.Found):N0} found, memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB");
        output.WriteLine($"slowest: {string.Join(", ", times.OrderByDescending(each => each.Seconds).Take(12).Select(each => $"{each.Code} {each.Seconds:N2} s"))}");
        return total;
    }

    private static TimeSpan? Shell(string program, string arguments, string settings, BenchCounty county, RuleDialect dialect)
    {
        var standard = ThemeLibrary.Standard(county.Base.Ym, county.Base.Today);
        var text = settings + string.Concat(ThemeLibrary.Shipped().Current.Where(theme => theme.AppliesTo(standard.Ym))
            .Select(theme => RuleCompiler.Compile(theme.Sql, standard.With(theme), dialect).Sql + ";\n"));
        try
        {
            using var shell = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
            var watch = Stopwatch.StartNew();
            shell.StandardInput.Write(text);
            shell.StandardInput.Close();
            var errors = shell.StandardError.ReadToEnd();
            shell.WaitForExit();
            return errors.Length == 0 ? watch.Elapsed : throw new InvalidOperationException($"{program}: {errors}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Report(TextWriter output, TimeSpan ours, TimeSpan? plain, string program) => output.WriteLine(plain is { } theirs
        ? $"the same statements by {program}: {theirs.TotalSeconds:N2} s, ours ÷ plain {ours / theirs:N2}"
        : $"{program} is not installed: nothing to compare with");
}
