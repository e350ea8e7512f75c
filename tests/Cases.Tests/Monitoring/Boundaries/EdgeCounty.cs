using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>One county of planted rows and near misses on both databases, and changed copies of it, each made once.</summary>
public sealed class EdgeCounty : IAsyncLifetime
{
    public const string Month = "202605";
    private readonly Dictionary<string, Copy> copies = [];
    private readonly Dictionary<string, IReadOnlyList<string>> found = [];
    private MonitoringHouse house = null!;
    private Copy whole = null!;
    private DateOnly today;

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync();
        var folder = house.County(1000, 13, Month);
        var batch = await house.LoadAsync(folder);
        whole = new Copy(house.Files.DatabaseOf(batch.Id), PostgresWarehouse.Available ? await PostgresWarehouse.OpenAsync(folder) : null);
        today = batch.Stamp!.Value;
    }

    public async Task DisposeAsync()
    {
        foreach (var copy in copies.Values.Append(whole).Where(copy => copy.Warehouse is not null))
        {
            await copy.Warehouse!.DisposeAsync();
        }

        await house.DisposeAsync();
    }

    /// <summary>Keys that the theme finds in the county as it was made.</summary>
    public IReadOnlyList<string> Keys(string code) => found.TryGetValue(code, out var known) ? known : found[code] = KeysOf(Embedded(whole.Database, code, ThemeLibrary.Standard(Month, today)));

    /// <summary>Keys that the theme finds after the change, the same on both databases.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string code, EdgeChange change)
    {
        var copy = await CopyAsync(change);
        var (keys, standard) = (KeysOf(Embedded(copy.Database, code, ThemeLibrary.Standard(Month, today))), ThemeLibrary.Standard(Month, today));
        if (copy.Warehouse is not null)
        {
            using var warehouse = copy.Warehouse.Connect();
            Assert.Equal(keys, KeysOf(RuleRun.Find(warehouse, ThemeLibrary.Shipped().Find(code)!, standard, default)));
        }

        return keys;
    }

    /// <summary>The theme with other values of its parameters, on one database or the other.</summary>
    public IReadOnlyList<string> Keys(Theme theme, IRuleSource source) => KeysOf(RuleRun.Find(source, theme, ThemeLibrary.Standard(Month, today), default));

    public IRuleSource Embedded() => new RuleConnection(whole.Database, TimeProvider.System);

    public IRuleSource? Warehouse() => whole.Warehouse?.Connect();

    /// <summary>What an earlier version of the theme finds on the embedded database after the change.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(Theme version, EdgeChange change)
    {
        using var connection = new RuleConnection((await CopyAsync(change)).Database, TimeProvider.System);
        return Keys(version, connection);
    }

    /// <summary>What the embedded database finds after the statements, and how many rows named no object.</summary>
    public async Task<(IReadOnlyList<Finding> Left, int Without)> FindAsync(string code, EdgeChange change)
    {
        var without = 0;
        var copy = await CopyAsync(change);
        return (Embedded(copy.Database, code, ThemeLibrary.Standard(Month, today), rows => without = rows), without);
    }

    private static List<string> KeysOf(IEnumerable<Finding> findings) => [.. findings.Select(finding => finding.ObjKey)];

    private static IReadOnlyList<Finding> Embedded(string file, string code, RuleParameters standard, Action<int>? keyless = null)
    {
        using var connection = new RuleConnection(file, TimeProvider.System);
        return RuleRun.Find(connection, ThemeLibrary.Shipped().Find(code)!, standard, default, keyless);
    }

    private async Task<Copy> CopyAsync(EdgeChange change)
    {
        if (copies.TryGetValue(change.Name, out var known))
        {
            return known;
        }

        var copy = new Copy(Path.Combine(house.Root, change.Name + ".db"), whole.Warehouse is null ? null : await whole.Warehouse.CopyAsync());
        File.Copy(whole.Database, copy.Database);
        await using var connection = new SqliteConnection($"Data Source={copy.Database};Pooling=False");
        await connection.OpenAsync();
        foreach (var sql in change.Sql)
        {
            await using var command = new SqliteCommand(sql.Replace("{one}", "100", StringComparison.Ordinal), connection);
            Assert.True(await command.ExecuteNonQueryAsync() > 0, sql);
            await (copy.Warehouse?.ExecuteAsync(sql.Replace("{one}", "1", StringComparison.Ordinal)) ?? Task.CompletedTask);
        }

        return copies[change.Name] = copy;
    }

    private sealed record Copy(string Database, PostgresWarehouse? Warehouse);
}
