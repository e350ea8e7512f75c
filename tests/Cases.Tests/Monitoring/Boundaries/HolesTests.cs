using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.DataGenerator;

namespace CaseMgmt.Cases.Tests.Monitoring.Boundaries;

/// <summary>
/// A county in which every seventh cell that may be empty is: no theme fails over it, and SQLite and PostgreSQL, with their own ideas of NULL, find the same rows.
/// Which edge an empty cell falls on is told by the stories; here nothing may break.
/// </summary>
public sealed class HolesTests(HolesTests.Torn torn) : IClassFixture<HolesTests.Torn>
{
    private const string Month = "202402";

    public static TheoryData<string> Codes => [.. ThemeLibrary.Shipped().Current.Select(theme => theme.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void Theme_CellsMissingEverywhere_RunsAndFindsTheSameOnBothDatabases(string code)
    {
        var (theme, standard) = (ThemeLibrary.Shipped().Find(code)!, ThemeLibrary.Standard(Month, torn.Today));
        using var embedded = new RuleConnection(torn.Database, TimeProvider.System);
        var found = RuleRun.Find(embedded, theme, standard, default);
        Assert.All(found, finding => Assert.NotEqual("", finding.ObjKey));
        if (PostgresWarehouse.Available)
        {
            using var warehouse = torn.Warehouse.Connect();
            Assert.Equal(found, RuleRun.Find(warehouse, theme, standard, default));
        }
    }

    /// <summary>The files of a county with holes in them, loaded into both databases.</summary>
    public sealed class Torn : IAsyncLifetime
    {
        private static readonly string[] Whole = ["org", "dim_month", "calendar", "tariff", "pf_table"];
        private MonitoringHouse house = null!;

        public string Database { get; private set; } = "";

        public DateOnly Today { get; private set; }

        public PostgresWarehouse Warehouse { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            house = await MonitoringHouse.OpenAsync();
            var folder = house.County(1500, 13, Month, seed: 99);
            foreach (var table in MarketingModel.Current.Tables.Where(table => !Whole.Contains(table.Name)))
            {
                Tear(Path.Combine(folder, table.Name + ".csv"), table);
            }

            var batch = await house.LoadAsync(folder);
            Assert.Equal("done", batch.State);
            (Database, Today) = (house.Files.DatabaseOf(batch.Id), Generated());
            if (PostgresWarehouse.Available)
            {
                Warehouse = await PostgresWarehouse.OpenAsync(folder);
            }
        }

        public async Task DisposeAsync()
        {
            if (PostgresWarehouse.Available)
            {
                await Warehouse.DisposeAsync();
            }

            await house.DisposeAsync();
        }

        private static DateOnly Generated() => new GeneratorOptions { Ym = Month }.Today;

        /// <summary>A line with quotes stays whole: its commas are not all borders of cells.</summary>
        private static void Tear(string file, MarketingTable table)
        {
            var lines = File.ReadAllLines(file);
            for (var line = 1; line < lines.Length; line++)
            {
                var cells = lines[line].Split(',');
                lines[line] = lines[line].Contains('"') ? lines[line]
                    : string.Join(',', cells.Select((cell, at) => !table.Columns[at].Required && ((line * 31) + (at * 17)) % 7 == 0 ? "" : cell));
            }

            File.WriteAllLines(file, lines);
        }
    }
}
