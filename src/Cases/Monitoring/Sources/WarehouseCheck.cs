using System.Data.Common;
using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Screening;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>What a check of a warehouse found.</summary>
public sealed record CheckedWarehouse(IReadOnlyList<SourceProblem> Problems, SourceFacts? Facts, bool HasLog)
{
    /// <summary>Whether rules may run there.</summary>
    public bool IsFit => Problems.All(problem => problem.Warning);
}

/// <summary>Whether a warehouse can be reached, shows the model, and gave us a login that cannot write.</summary>
public static class WarehouseCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string[] Texts = ["character", "character varying", "text", "char", "varchar", "nchar", "nvarchar", "bpchar"];
    private static readonly string[] Whole = ["smallint", "integer", "bigint", "tinyint", "int", "numeric", "decimal", "bit"];
    private static readonly string[] Times = ["timestamp without time zone", "timestamp with time zone", "datetime", "datetime2", "smalldatetime"];

    /// <param name="today">The day by which data is called stale.</param>
    public static CheckedWarehouse Run(Warehouse warehouse, DateOnly today, CancellationToken stop)
    {
        try
        {
            using var source = warehouse.Open();
            List<SourceProblem> problems = [.. Rights(source, stop).Select(right => new SourceProblem(SourceProblem.Writes, right)), .. Schema(source, warehouse, stop)];
            var columns = Columns(source, warehouse.Schema, stop);
            problems.AddRange(Differences(MarketingModel.Current, columns));
            var hasLog = columns.ContainsKey((SourceFacts.LoadLog, "table_name")) && columns.ContainsKey((SourceFacts.LoadLog, "loaded_at"));
            var facts = problems.Count == 0 ? SourceFacts.Read(source, null, hasLog, stop) : null;
            return new([.. problems, .. facts is null ? [] : Age(facts, today, warehouse.StaleAfterDays)], facts, hasLog);
        }
        catch (SourceUnfitException unfit)
        {
            return new(unfit.Problems, null, false);
        }
        catch (DbException failure)
        {
            return new([new SourceProblem(SourceProblem.Unreachable, warehouse.Name, failure.Message)], null, false);
        }
    }

    /// <summary>What of the model the source lacks or types otherwise. Pure.</summary>
    public static IEnumerable<SourceProblem> Differences(MarketingModel model, IReadOnlyDictionary<(string Table, string Column), string> found)
    {
        var tables = found.Keys.Select(key => key.Table).ToHashSet(StringComparer.Ordinal);
        foreach (var table in model.Tables)
        {
            if (!tables.Contains(table.Name))
            {
                yield return new SourceProblem(SourceProblem.TableMissing, table.Name);
                continue;
            }

            foreach (var column in table.Columns)
            {
                var type = found.GetValueOrDefault((table.Name, column.Name));
                if (type is null || !Fits(column.Kind, type))
                {
                    yield return new SourceProblem(type is null ? SourceProblem.ColumnMissing : SourceProblem.ColumnType, $"{table.Name}.{column.Name}", type);
                }
            }
        }
    }

    /// <summary>Data without a month is no data; data of long ago is read and called stale. Pure.</summary>
    public static IEnumerable<SourceProblem> Age(SourceFacts facts, DateOnly today, int staleAfterDays) =>
        facts.Ym is null || facts.Stamp is not { } stamp ? [new SourceProblem(SourceProblem.NoData, "bill")]
        : stamp.AddDays(staleAfterDays) < today ? [new SourceProblem(SourceProblem.Stale, stamp.ToString("O", System.Globalization.CultureInfo.InvariantCulture))]
        : [];

    /// <summary>Whether a column of the model may be of this type: what a rule does with it must mean the same.</summary>
    private static bool Fits(ColumnKind kind, string type) => kind switch
    {
        ColumnKind.Text => Texts.Contains(type),
        ColumnKind.Date => type == "date",
        ColumnKind.Time => Times.Contains(type),
        ColumnKind.Decimal => type is "numeric" or "decimal",
        _ => Whole.Contains(type),
    };

    private static List<string> Rights(IRuleSource source, CancellationToken stop) =>
        Lines(source, source.Dialect == RuleDialect.SqlServer ? WarehouseQuestions.SqlServerRights : WarehouseQuestions.PostgresRights, stop);

    /// <summary>On SQL Server a bare name means the login's own schema, so that must be the one with the views.</summary>
    private static IEnumerable<SourceProblem> Schema(IRuleSource source, Warehouse warehouse, CancellationToken stop) =>
        source.Dialect == RuleDialect.SqlServer && Lines(source, WarehouseQuestions.SqlServerSchema, stop) is [var own] && own != warehouse.Schema
            ? [new SourceProblem(SourceProblem.Schema, warehouse.Schema, own)] : [];

    private static Dictionary<(string Table, string Column), string> Columns(IRuleSource source, string schema, CancellationToken stop)
    {
        using var reader = source.Ask(WarehouseQuestions.Columns, Limit, stop, ("schema", schema));
        var found = new Dictionary<(string, string), string>();
        while (reader.Read())
        {
            found[(reader.GetString(0), reader.GetString(1))] = reader.GetString(2);
        }

        return found;
    }

    private static List<string> Lines(IRuleSource source, string sql, CancellationToken stop)
    {
        using var reader = source.Ask(sql, Limit, stop);
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
