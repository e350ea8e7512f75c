using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// What must not matter to any of the themes: which station an account or its rows are booked under, rows that the load brought twice, a row that names nobody.
/// One county of planted rows and near misses is changed as a whole, and every theme finds the same objects as before.
/// </summary>
public sealed class EdgeMatrixTests(EdgeMatrixTests.County county) : IClassFixture<EdgeMatrixTests.County>
{
    private const string Month = "202605";

    /// <summary>Tables whose rows say what a month was like; a row of the same content tells nothing new. The others hold events and things, each row one of its own.</summary>
    private static readonly string[] Statements = ["bill", "mr_read", "bill_demand", "cons_contact", "suspension", "market_user", "biz_step", "mr_plan", "hall_check", "inspect_task", "safety_hazard"];

    public static TheoryData<string> Codes => [.. ThemeLibrary.Shipped().Current.Select(theme => theme.Code)];

    public static TheoryData<string, string> CodesAndStatements
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var theme in ThemeLibrary.Shipped().Current)
            {
                foreach (var table in RuleTables.Of(theme.Sql).Select(table => table.Name).Intersect(Statements))
                {
                    data.Add(theme.Code, table);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void Theme_EveryAccountMovedSince_FindsTheSame(string code) => Assert.Equal(county.Keys(code), county.Keys(code, "moved", $"update cons set org_no = {County.Next}"));

    [Theory, MemberData(nameof(Codes))]
    public void Theme_HalfOfAllRowsUnderTheOldStation_FindsTheSame(string code) => Assert.Equal(county.Keys(code), county.Keys(code, "booked", [.. County.Elsewhere()]));

    [Theory, MemberData(nameof(CodesAndStatements))]
    public void Theme_EveryRowLoadedTwice_FindsTheSame(string code, string table)
    {
        var shipped = MarketingModel.Current[table];
        var columns = string.Join(", ", shipped.Columns.Select(column => column.Required ? $"{column.Name} + 500000000000" : column.Name));
        Assert.Equal(county.Keys(code), county.Keys(code, "twice-" + table, $"insert into {table} select {columns} from {table}"));
    }

    /// <summary>Planted and normal rows lose the name of their object, the first of every three; what is left is found.</summary>
    [Theory]
    [InlineData("DJ-02", "bill", "cons_no")]
    [InlineData("DJ-09", "bill", "cons_no")]
    [InlineData("CH-01", "mr_plan", "mr_sect_no")]
    [InlineData("JL-06", "meter", "asset_no")]
    [InlineData("JL-07", "meter", "asset_no")]
    [InlineData("DJ-18", "rebill", "cons_no")]
    [InlineData("YJ-06", "safety_hazard", "cons_no")]
    public void Theme_RowsWithoutAnObject_AreLeftOutAndCounted(string code, string table, string column)
    {
        var key = county.Keys(code)[0];
        var (left, without) = county.Find(code, $"nameless-{code}", $"update {table} set {column} = null where {column} = '{key}'");
        Assert.Equal(county.Keys(code).Skip(1), left.Select(finding => finding.ObjKey));
        Assert.True(without > 0);
    }

    [Fact]
    public void Rule_OfWhichNoRowNamesAnObject_IsRefused() =>
        Assert.Equal("key-empty", Assert.Throws<RuleException>(() => county.Find("JL-06", "nobody", "update meter set asset_no = null")).Refusal.Code);

    /// <summary>A loaded county and changed copies of it, each made once.</summary>
    public sealed class County : IAsyncLifetime
    {
        /// <summary>The station after this one, going round.</summary>
        public const string Next = "case org_no when '37030601' then '37030602' when '37030602' then '37030603' when '37030603' then '37030604' else '37030601' end";

        private readonly Dictionary<string, string> copies = [];
        private readonly Dictionary<string, IReadOnlyList<string>> found = [];
        private MonitoringHouse house = null!;
        private string database = "";
        private DateOnly today;

        /// <summary>Every second row that tells of an account, the days of a meter by their date.</summary>
        public static IEnumerable<string> Elsewhere() =>
            from table in MarketingModel.Current.Tables
            where table.Name is not ("cons" or "biz_app") && table.Find("org_no") is not null && table.Find("cons_no") is not null
            let second = table.Name == "coll_day" ? "substr(data_date, 9, 2)" : table.PrimaryKey.Select(key => table.Find(key)!).FirstOrDefault(key => key.Kind == ColumnKind.Integer)?.Name ?? "substr(cons_no, -2)"
            select $"update {table.Name} set org_no = {Next} where {second} % 2 = 0";

        public async Task InitializeAsync()
        {
            house = await MonitoringHouse.OpenAsync();
            var batch = await house.LoadAsync(house.County(1000, 13, Month));
            (database, today) = (house.Files.DatabaseOf(batch.Id), batch.Stamp!.Value);
        }

        public Task DisposeAsync() => house.DisposeAsync().AsTask();

        public IReadOnlyList<string> Keys(string code) =>
            found.TryGetValue(code, out var known) ? known : found[code] = KeysIn(code, database);

        public IReadOnlyList<string> Keys(string code, string name, params string[] changes) => KeysIn(code, Copy(name, changes));

        public (IReadOnlyList<Finding> Left, int Without) Find(string code, string name, params string[] changes)
        {
            var without = 0;
            return (FindIn(code, Copy(name, changes), rows => without = rows), without);
        }

        private List<string> KeysIn(string code, string file) => [.. FindIn(code, file, _ => { }).Select(finding => finding.ObjKey)];

        private IReadOnlyList<Finding> FindIn(string code, string file, Action<int> keyless)
        {
            using var connection = new RuleConnection(file, TimeProvider.System);
            return RuleRun.Find(connection, ThemeLibrary.Shipped().Find(code)!, ThemeLibrary.Standard(Month, today), default, keyless);
        }

        private string Copy(string name, string[] changes)
        {
            if (copies.TryGetValue(name, out var known))
            {
                return known;
            }

            var file = Path.Combine(house.Root, name + ".db");
            File.Copy(database, file);
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            foreach (var change in changes)
            {
                using var command = new SqliteCommand(change, connection);
                Assert.True(command.ExecuteNonQuery() > 0, change);
            }

            return copies[name] = file;
        }
    }
}
