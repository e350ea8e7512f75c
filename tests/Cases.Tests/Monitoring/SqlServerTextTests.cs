using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Cases.Tests.Data;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>What would be sent to a SQL Server is T-SQL by its grammar. No server was there to run it.</summary>
public sealed class SqlServerTextTests
{
    [Fact]
    public async Task Statements_ForSqlServer_AreTSql()
    {
        var standard = ThemeLibrary.Standard("202605", new DateOnly(2026, 6, 1));
        List<string> statements =
        [
            WarehouseQuestions.Columns, WarehouseQuestions.SqlServerRights, WarehouseQuestions.SqlServerSchema,
            .. MarketingModel.Current.Tables.Select(table => RuleDialect.SqlServer.First(15, string.Join(", ", table.Columns.Select(column => column.Name)), $"from {table.Name} where {table.PrimaryKey[0]} = @key")),
            .. ThemeLibrary.Shipped().Current.Concat(QualityLibrary.Shipped().All.Select(rule => rule.AsTheme())).Select(theme => SqlServerRuleConnection.TextOf(RuleCompiler.Compile(theme.Sql, standard.With(theme), RuleDialect.SqlServer), 1000)),
            .. IndicatorLibrary.Shipped().Current.SelectMany(indicator => Of(indicator, indicator.Compile(standard, RuleDialect.SqlServer))),
        ];
        Assert.Empty(await TSql.ErrorsAsync(statements));

        static IEnumerable<string> Of(Indicator indicator, CompiledRule rule) =>
            [IndicatorQuery.SumsText(rule, RuleDialect.SqlServer), IndicatorQuery.RowsText(indicator, rule, RuleDialect.SqlServer, "/37/", 200)];
    }
}
