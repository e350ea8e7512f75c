using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.DataGenerator;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Every theme finds exactly what the generator planted: all of it, none of the near misses, nothing in the normal data; on both databases alike.</summary>
public sealed class TruthTests(TruthTests.CountyMonths months) : IClassFixture<TruthTests.CountyMonths>
{
    /// <summary>A month of 31 days, a common February with the Spring Festival, a month of 30 days, a leap February, and one before the price rules of 2023; each of other luck.</summary>
    private static readonly Dictionary<string, (int Seed, int Months)> Seeds = new()
    {
        ["202605"] = (1, 13), ["202602"] = (1, 13), ["202609"] = (1, 13), ["202402"] = (7, 7), ["202301"] = (12345, 13),
    };

    public static TheoryData<string, string> ThemesAndMonths
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var theme in ThemeLibrary.Shipped().Current)
            {
                foreach (var ym in Seeds.Keys)
                {
                    data.Add(theme.Code, ym);
                }
            }

            data.Add("DJ-05", "201602");
            data.Add("DJ-05", "201604");

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ThemesAndMonths))]
    public async Task Theme_CountyOfAMonth_FindsExactlyThePlantedRows(string code, string ym)
    {
        var county = await months.OfAsync(ym);
        var theme = ThemeLibrary.Shipped().Find(code)!;
        using var connection = new RuleConnection(county.Database, TimeProvider.System);
        var found = RuleRun.Find(connection, theme, ThemeLibrary.Standard(ym, county.Today), default);
        var planted = county.Truth.Where(row => row[0] == code && row[4] == "planted").ToList();
        Assert.Equal((code == "DJ-05" && string.CompareOrdinal(ym, "201606") > 0) || !theme.AppliesTo(ym), planted.Count == 0);
        Assert.Equal(planted.Select(row => $"{row[3]} {row[5]}").Order(), found.Select(finding => $"{finding.ObjKey} {county.NoteOf(code, finding.ObjKey)}").Order());
        Assert.All(found, finding => Assert.Contains(planted, row => row[3] == finding.ObjKey && row[2] == finding.OrgNo));
        if (county.Warehouse is not null)
        {
            using var warehouse = county.Warehouse.Connect();
            Assert.Equal(found, RuleRun.Find(warehouse, theme, ThemeLibrary.Standard(ym, county.Today), default));
        }
    }

    [Fact]
    public void Library_EveryTheme_HasAPlanAndEveryPlanATheme() =>
        Assert.Equal(CountyGenerator.Plans.Select(plan => plan.Theme), ThemeLibrary.Shipped().Current.Select(theme => theme.Code));

    [Fact]
    public void Library_EveryTheme_CompilesForAllThreeDatabases()
    {
        foreach (var theme in ThemeLibrary.Shipped().Current)
        {
            var parameters = ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 10)).With(theme);
            Assert.NotEmpty(RuleCompiler.Compile(theme.Sql, parameters, RuleDialect.Postgres).Sql);
            Assert.NotEmpty(RuleCompiler.Compile(theme.Sql, parameters, RuleDialect.SqlServer).Sql);
        }
    }

    [Fact]
    public async Task Library_EveryTheme_IsTSqlOnSqlServer()
    {
        var texts = ThemeLibrary.Shipped().Current.Select(theme => RuleCompiler.Compile(theme.Sql, ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 10)).With(theme), RuleDialect.SqlServer).Sql).ToList();
        Assert.Empty((await TSql.ErrorsAsync(texts)).Select(error => $"{error.Message}: {texts[error.Index]}"));
    }

    public sealed record County(string Database, PostgresWarehouse? Warehouse, DateOnly Today, IReadOnlyList<string[]> Truth)
    {
        public string NoteOf(string code, string key) => Truth.FirstOrDefault(row => row[0] == code && row[3] == key)?[5] ?? "NOT IN TRUTH";
    }

    /// <summary>One loaded county per month, shared by all themes.</summary>
    public sealed class CountyMonths : IAsyncLifetime
    {
        private readonly Dictionary<string, County> counties = [];
        private MonitoringHouse house = null!;

        public async Task InitializeAsync() => house = await MonitoringHouse.OpenAsync();

        public async Task DisposeAsync()
        {
            foreach (var warehouse in counties.Values.Select(county => county.Warehouse).OfType<PostgresWarehouse>())
            {
                await warehouse.DisposeAsync();
            }

            await house.DisposeAsync();
        }

        public async Task<County> OfAsync(string ym)
        {
            if (counties.TryGetValue(ym, out var known))
            {
                return known;
            }

            var (seed, length) = Seeds.GetValueOrDefault(ym, (1, 13));
            var folder = house.County(2500, length, ym, ym, seed);
            var batch = await house.LoadAsync(folder);
            Assert.Equal("done", batch.State);
            var copy = Path.Combine(house.Root, ym + ".db");
            File.Copy(house.Files.DatabaseOf(batch.Id), copy);
            var truth = File.ReadLines(Path.Combine(folder, "truth.csv")).Skip(1).Select(Cells).ToList();
            return counties[ym] = new County(copy, PostgresWarehouse.Available ? await PostgresWarehouse.OpenAsync(folder) : null, batch.Stamp!.Value, truth);
        }

        /// <summary>Cells of a line whose quoted ones may hold commas: a piece belongs to the one before while its quotes are open.</summary>
        private static string[] Cells(string line)
        {
            var cells = new List<string>();
            foreach (var piece in line.Split(','))
            {
                if (cells.Count > 0 && cells[^1].Count(letter => letter == '"') % 2 == 1)
                {
                    cells[^1] += "," + piece;
                }
                else
                {
                    cells.Add(piece);
                }
            }

            return [.. cells.Select(cell => cell.StartsWith('"') ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell)];
        }
    }
}
