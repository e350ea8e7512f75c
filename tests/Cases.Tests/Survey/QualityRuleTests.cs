using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Survey.Quality;
using Microsoft.Data.Sqlite;

namespace CaseMgmt.Cases.Tests.Survey;

/// <summary>
/// Every rule of data quality finds exactly the planted rows of a small database of its own and none of the near misses beside them: the other state, the exact limit, the empty field.
/// The rows are in quality-cases.json; an account there is in use, of low voltage and of unit O1 unless it says otherwise.
/// </summary>
public sealed class QualityRuleTests
{
    private static readonly JsonObject Cases = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Survey", "quality-cases.json")))!.AsObject();

    private static readonly Dictionary<string, Dictionary<string, JsonNode>> Usual = new()
    {
        ["cons"] = new() { ["org_no"] = "O1", ["status"] = "0", ["cons_type"] = "02", ["elec_type"] = "405" },
        ["meter"] = new() { ["status"] = "012" },
        ["bill"] = new() { ["org_no"] = "O1", ["ym"] = "202605", ["amt_type"] = "01" },
        ["mr_read"] = new() { ["ym"] = "202605", ["rd_type"] = "11" },
        ["line_loss"] = new() { ["org_no"] = "O1", ["ym"] = "202605" },
        ["tg"] = new() { ["org_no"] = "O1" },
        ["mr_section"] = new() { ["org_no"] = "O1" },
        ["coll_day"] = new() { ["org_no"] = "O1" },
        ["biz_app"] = new() { ["org_no"] = "O1" },
    };

    public static TheoryData<string> Codes => [.. QualityLibrary.Shipped().All.Select(rule => rule.Code)];

    [Fact]
    public void Rules_ThatShip_CoverTheSixKindsAndHaveACaseEach()
    {
        var rules = QualityLibrary.Shipped().All;
        Assert.True(rules.Count >= 40);
        Assert.Equal(QualityRule.Kinds.Order(StringComparer.Ordinal), rules.Select(rule => rule.Kind).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Cases.Select(each => each.Key).Order(StringComparer.Ordinal), rules.Select(rule => rule.Code).Order(StringComparer.Ordinal));
        Assert.Equal(rules.Count, rules.Select(rule => rule.NameZh).Distinct().Count());
        Assert.Equal(rules.Count, rules.Select(rule => rule.NameEn).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Rule_OnItsPlantedRowsAndNearMisses_FindsExactlyThePlanted(string code)
    {
        var file = Path.Combine(Path.GetTempPath(), $"quality-{Guid.NewGuid():n}.db");
        try
        {
            Write(file, Cases[code]!["rows"]!.AsObject());
            using var source = new RuleConnection(file, TimeProvider.System);
            var found = RuleRun.Find(source, QualityLibrary.Shipped().Find(code)!.AsTheme(), ThemeLibrary.Standard("202605", new DateOnly(2026, 5, 31)), default);
            var planted = Cases[code]!["find"]!.AsArray().Select(key => key!.GetValue<string>()).ToList();
            Assert.NotEmpty(planted);
            Assert.Equal(planted, found.Select(finding => finding.ObjKey));
            Assert.All(found, finding => Assert.StartsWith("O", finding.OrgNo, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Write(string file, JsonObject tables)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, string.Concat(MarketingModel.Current.Tables.Select(table => $"create table {table.Name} ({string.Join(",", table.Columns.Select(column => $"{column.Name} {TypeOf(column)}"))});")));
        foreach (var (name, rows) in tables)
        {
            var table = MarketingModel.Current[name];
            foreach (var row in rows!.AsArray())
            {
                var values = table.Columns.Select(column => Stored(column, row!.AsObject().ContainsKey(column.Name) ? row[column.Name] : Usual.GetValueOrDefault(name)?.GetValueOrDefault(column.Name)));
                Execute(connection, $"insert into {name} values ({string.Join(",", values)})");
            }
        }
    }

    private static string TypeOf(MarketingColumn column) => column.Kind is ColumnKind.Text or ColumnKind.Date or ColumnKind.Time ? "text" : "integer";

    private static string Stored(MarketingColumn column, JsonNode? value) => value is null ? "null"
        : column.Kind == ColumnKind.Decimal ? ((long)(decimal.Parse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, column.Scale))).ToString(CultureInfo.InvariantCulture)
        : TypeOf(column) == "text" ? $"'{value}'" : value.ToString();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
