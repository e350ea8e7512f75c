namespace CaseMgmt.Cases.Monitoring.Model;

/// <summary>How a column of the marketing data is checked at the load and typed in rules.</summary>
public enum ColumnKind
{
    Text,
    Integer,
    Bit,
    Decimal,
    Date,
    Time,
}

/// <summary>One column. <paramref name="Size"/> is the length of a text or the precision of a decimal; <paramref name="Scale"/> its decimal places.</summary>
public sealed record MarketingColumn(string Name, int Ordinal, ColumnKind Kind, int Size, int Scale, bool Required);

/// <summary>An index that the load builds after the rows.</summary>
public sealed record MarketingIndex(string Name, IReadOnlyList<string> Columns);

/// <summary>One table of the marketing data.</summary>
public sealed class MarketingTable(string name, IReadOnlyList<MarketingColumn> columns, IReadOnlyList<string> primaryKey, IReadOnlyList<MarketingIndex> indexes)
{
    private readonly Dictionary<string, MarketingColumn> byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<MarketingColumn> Columns => columns;

    public IReadOnlyList<string> PrimaryKey => primaryKey;

    public IReadOnlyList<MarketingIndex> Indexes => indexes;

    /// <summary>A single whole-number key is the row id of the embedded database.</summary>
    public bool HasRowIdKey => primaryKey.Count == 1 && byName[primaryKey[0]].Kind == ColumnKind.Integer;

    public MarketingColumn? Find(string column) => byName.GetValueOrDefault(column);
}
