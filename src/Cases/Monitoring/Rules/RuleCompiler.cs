namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>
/// Turns a rule into one statement of one database. Every value is typed on the way: texts, days, times and numbers are never mixed up, and on the
/// embedded database, where decimals are whole numbers, both sides of a comparison, a sum or a choice are brought to one scale. So limits hold exactly.
/// </summary>
public sealed partial class RuleCompiler
{
    private readonly RuleDialect dialect;
    private readonly IReadOnlyDictionary<string, RuleParameter> parameters;

    private RuleCompiler(RuleDialect dialect, IReadOnlyDictionary<string, RuleParameter> parameters) => (this.dialect, this.parameters) = (dialect, parameters);

    public static CompiledRule Compile(string sql, IReadOnlyDictionary<string, RuleParameter> parameters, RuleDialect dialect, RuleColumns? wanted = null)
    {
        wanted ??= RuleColumns.Theme;
        var compiler = new RuleCompiler(dialect, parameters);
        var (text, columns) = compiler.Query(RuleParser.Parse(sql), null);
        if (!columns.Select(column => column.Name).SequenceEqual(wanted.Names))
        {
            throw new RuleException("columns", null, string.Join(", ", wanted.Names), string.Join(", ", columns.Select(column => column.Name)));
        }

        if (columns[1].Type.Kind is not RuleKind.Text || columns[2].Type.Kind is not (RuleKind.Number or RuleKind.Unknown) || columns[3].Type.Kind is not (RuleKind.Number or RuleKind.Unknown))
        {
            throw new RuleException("column-kinds", null, wanted.Names[2], wanted.Names[3]);
        }

        return new CompiledRule(text, columns[2].Type.Scale, columns[3].Type.Scale);
    }

    private (string Sql, List<(string Name, RuleType Type)> Columns) Query(RuleQuery query, RuleScope? outer)
    {
        var selects = query.Selects.Select(select => Select(select, outer)).ToList();
        var first = selects[0].Items;
        if (selects.Any(select => select.Items.Count != first.Count))
        {
            throw new RuleException("union-columns");
        }

        var types = first.Select((_, i) => Common(selects.Select(select => select.Items[i].Value.Type), "UNION")).ToList();
        var parts = selects.Select(select => select.Head
            + string.Join(", ", select.Items.Select((item, i) => $"{item.Value.At(types[i].Scale)} AS {first[i].Name}")) + select.Tail);
        var text = string.Concat(parts.Select((part, i) => i == 0 ? part : $"\n{query.Unions[i - 1].ToUpperInvariant()}\n{part}"));
        return (text, [.. first.Select((item, i) => (item.Name, types[i]))]);
    }

    private (string Head, List<(string Name, RenderedValue Value)> Items, string Tail) Select(RuleSelect select, RuleScope? outer)
    {
        var scope = new RuleScope(outer, dialect.Scaled);
        var from = string.Concat(select.From.Select(source => Source(source, scope, outer)));
        var items = select.Items.Select((item, i) => (Name: item.Alias ?? (item.Value as ColumnReference)?.Name ?? $"c{i}", Value: Value(item.Value, scope))).ToList();
        var where = select.Where is null ? "" : $"\nWHERE {Test(select.Where, scope)}";
        var groups = select.GroupBy.Count == 0 ? "" : $"\nGROUP BY {string.Join(", ", select.GroupBy.Select(group => Value(group, scope).Sql))}";
        var having = select.Having is null ? "" : $"\nHAVING {Test(select.Having, scope)}";
        return (select.Distinct ? "SELECT DISTINCT " : "SELECT ", items, from + where + groups + having);
    }

    private string Source(RuleSource source, RuleScope scope, RuleScope? outer)
    {
        string text;
        if (source.Query is { } query)
        {
            var (sql, columns) = Query(query, outer);
            scope.Add(source.Alias, columns.ToDictionary(column => column.Name, column => column.Type), source.Position);
            text = $"({sql}) {source.Alias}";
        }
        else
        {
            scope.AddTable(source.Alias, source.Table!, source.Position);
            text = source.Table == source.Alias ? source.Alias : $"{source.Table} {source.Alias}";
        }

        return source.On is null ? $"\nFROM {text}" : $"\n{source.Join.ToUpperInvariant()} {text} ON {Test(source.On, scope)}";
    }

    /// <summary>The type that all of these can be brought to.</summary>
    private static RuleType Common(IEnumerable<RuleType> types, string what)
    {
        var common = new RuleType(RuleKind.Unknown);
        foreach (var type in types.Where(type => type.Kind != RuleKind.Unknown))
        {
            if (common.Kind != RuleKind.Unknown && common.Kind != type.Kind && !TextMeetsDay(common, type))
            {
                throw new RuleException("mixed", null, what, Told(common), Told(type));
            }

            common = new RuleType(common.Kind is RuleKind.Unknown or RuleKind.Text ? type.Kind : common.Kind, Math.Max(common.Scale, type.Scale));
        }

        return common;
    }

    /// <summary>A text such as '2023-06-01' is a day where a day is expected.</summary>
    private static bool TextMeetsDay(RuleType one, RuleType other) =>
        (one.Kind == RuleKind.Text && other.Kind is RuleKind.Day or RuleKind.Time) || (other.Kind == RuleKind.Text && one.Kind is RuleKind.Day or RuleKind.Time);

    private static string Told(RuleType type) => RuleRefusal.Word(type.Kind switch { RuleKind.Number => "number", RuleKind.Day => "day", RuleKind.Time => "time", _ => "text" });
}
