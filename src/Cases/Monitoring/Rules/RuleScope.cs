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
            throw new RuleException($"the name '{alias}' is used twice", position);
        }
    }

    public void AddTable(string alias, string name, int position)
    {
        var table = MarketingModel.Current.Find(name) ?? throw new RuleException($"there is no table '{name}' in the model", position);
        Add(alias, table.Columns.ToDictionary(column => column.Name, TypeOf), position);
    }

    public RenderedValue Find(ColumnReference column)
    {
        if (column.Source is { } source)
        {
            var type = Source(source)?.TryGetValue(column.Name, out var known) == true ? known
                : throw new RuleException($"there is no column '{source}.{column.Name}'", column.Position);
            return new RenderedValue($"{source}.{column.Name}", type);
        }

        var owners = sources.Where(each => each.Value.ContainsKey(column.Name)).ToList();
        return owners.Count switch
        {
            1 => new RenderedValue($"{owners[0].Key}.{column.Name}", owners[0].Value[column.Name]),
            0 => outer?.Find(column) ?? throw new RuleException($"there is no column '{column.Name}'", column.Position),
            _ => throw new RuleException($"the column '{column.Name}' needs the name of its table", column.Position),
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
