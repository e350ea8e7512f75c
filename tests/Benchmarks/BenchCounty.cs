using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.DataGenerator;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// A large county made in sets: a generated one is loaded, and every row that belongs to an account, a meter, an order, an area ... is copied as often as asked,
/// with keys of its own. It lies in a cache outside the tree under the hash of what the generator wrote, so it is made once.
/// </summary>
internal sealed record BenchCounty(string Folder, GeneratorOptions Base, int Copies)
{
    private const long KeyStep = 10_000_000_000_000L;
    private static readonly HashSet<string> Shared = ["org", "staff", "dim_month", "calendar", "tariff", "tariff_period", "pf_table", "proc_limit"];
    private static readonly HashSet<string> TextKeys = ["cons_no", "cust_no", "addr_norm", "asset_no", "bar_code", "app_no", "rs_app_no", "contract_no", "mr_sect_no", "gen_no", "case_no", "ticket_no", "hall_no"];

    public string Database => Path.Combine(Folder, $"county-{Copies}.db");

    public string Files => Path.Combine(Folder, "files");

    public int Accounts => Base.Accounts * Copies;

    /// <summary>The county of the quick run is the base itself: one hundredth of the full one.</summary>
    public static BenchCounty Open(bool full, int copies, TextWriter output)
    {
        var options = new GeneratorOptions { Accounts = full ? 5000 : 2000 };
        var cache = Path.Combine(Path.GetTempPath(), "casemgmt-bench");
        var fresh = Path.Combine(cache, "new-" + Guid.NewGuid().ToString("n"), "files");
        CountyGenerator.Write(options, fresh);
        var county = new BenchCounty(Path.Combine(cache, HashOf(fresh)), options, full ? copies : 1);
        Keep(Path.GetDirectoryName(fresh)!, county.Folder);
        output.WriteLine($"{county.Accounts:N0} accounts x {options.Months} months, kept in {county.Folder}");
        return county;
    }

    private static void Keep(string fresh, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(fresh, true);
        }
        else
        {
            Directory.Move(fresh, folder);
        }
    }

    /// <summary>Of the content and of the model that it is loaded into: another build of the same county is the same county.</summary>
    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        hash.AppendData(Encoding.UTF8.GetBytes(string.Join(';', MarketingModel.Current.Tables.SelectMany(table => table.Indexes).Select(index => index.Name))));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Makes the embedded database unless an earlier run did.</summary>
    public void MakeDatabase(TextWriter output)
    {
        if (File.Exists(Database))
        {
            return;
        }

        var watch = Stopwatch.StartNew();
        var making = Database + ".new";
        File.Delete(making);
        var report = new LoadReport(TextWriter.Null);
        new MarketingBuild(making, report).Run(Delivery.Inspect(Files).Files, new Progress<LoadProgress>(), CancellationToken.None);
        using (var connection = new SqliteConnection($"Data Source={making};Pooling=False"))
        {
            connection.Open();
            Run(connection, "pragma journal_mode=off; pragma synchronous=off; pragma cache_size=-262144; pragma temp_store=memory");
            Multiply(connection);
        }

        File.Move(making, Database);
        output.WriteLine($"made in {watch.Elapsed.TotalSeconds:N0} s, {new FileInfo(Database).Length / 1e9:N2} GB");
    }

    /// <summary>How often a table's rows are there: what belongs to no account is the same for all.</summary>
    public int CopiesOf(MarketingTable table) => Shared.Contains(table.Name) ? 1 : Copies;

    /// <summary>The values of copy <c>k</c> of a row <c>t</c>; its text keys end in <paramref name="suffix"/>.</summary>
    public static string Copied(IEnumerable<MarketingColumn> columns, string suffix) => string.Join(", ", columns.Select(column => Key(column, suffix)));

    /// <summary>Adds the copies to every table that is not shared, indexes taken down meanwhile.</summary>
    private void Multiply(SqliteConnection connection)
    {
        foreach (var table in MarketingModel.Current.Tables.Where(table => CopiesOf(table) > 1))
        {
            table.Indexes.ToList().ForEach(index => Run(connection, $"drop index {index.Name}"));
            Run(connection, $"insert into {table.Name} with recursive copy(k) as (select 1 union all select k + 1 from copy where k < {Copies - 1}) select {Copied(table.Columns, "'~' || k")} from {table.Name} t cross join copy");
            table.Indexes.ToList().ForEach(index => Run(connection, $"create index {index.Name} on {table.Name} ({string.Join(", ", index.Columns)})"));
        }

        Run(connection, "analyze");
    }

    private static string Key(MarketingColumn column, string suffix) =>
        TextKeys.Contains(column.Name) ? $"t.{column.Name} || {suffix}"
        : column.Name == "mobile" ? "case when t.mobile like '133120%' then cast(cast(t.mobile as bigint) + k * 100000 as varchar(11)) else t.mobile end"
        : column.Kind == ColumnKind.Integer && (column.Name == "id" || column.Name.EndsWith("_id", StringComparison.Ordinal)) ? $"t.{column.Name} + k * {KeyStep}"
        : "t." + column.Name;

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
