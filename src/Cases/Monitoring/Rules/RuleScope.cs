using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.Cases.Monitoring.Rules;

/// <summary>The sources that a piece of a rule can name, inside those of the query around it.</summary>
public sealed class RuleScope(RuleScope? outer, bool scaled)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, RuleType>> sources = [];

    public void Add(string alias, IReadOnlyDictionary<string, RuleType> columns, int position)
    {
        if (!sources.TryAdd(alias, columns))
        {
            throw new RuleException("alias-twice", position, alias);
        }
    }

    public void AddTable(string alias, string name, int position)
    {
        var table = MarketingModel.Current.Find(name) ?? throw new RuleException("table-unknown", position, name);
        Add(alias, table.Columns.ToDictionary(column => column.Name, TypeOf), position);
    }

    public RenderedValue Find(ColumnReference column)
    {
        if (column.Source is { } source)
        {
            var type = Source(source)?.TryGetValue(column.Name, out var known) == true ? known
                : throw new RuleException("column-unknown", column.Position, $"{source}.{column.Name}");
            return new RenderedValue($"{source}.{column.Name}", type);
        }

        var owners = sources.Where(each => each.Value.ContainsKey(column.Name)).ToList();
        return owners.Count switch
        {
            1 => new RenderedValue($"{owners[0].Key}.{column.Name}", owners[0].Value[column.Name]),
            0 => outer?.Find(column) ?? throw new RuleException("column-unknown", column.Position, column.Name),
            _ => throw new RuleException("column-ambiguous", column.Position, column.Name),
        };
    }

    private IReadOnlyDictionary<string, RuleType>? Source(string alias) => sources.GetValueOrDefault(alias) ?? outer?.Source(alias);

    private RuleType TypeOf(MarketingColumn column) => column.Kind switch
    {
        ColumnKind.Text => RuleType.Text,
        ColumnKind.Date => RuleType.Day,
        ColumnKind.Time => new RuleType(RuleKind.Time),
        ColumnKind.Decimal => new RuleType(RuleKind.Number, scaled ? column.Scale : 0),
        _ => RuleType.Whole,
    };
}
