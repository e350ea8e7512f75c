using CaseMgmt.Cases.Monitoring.Model;

namespace CaseMgmt.DataGenerator;

/// <summary>One row of a table of the marketing model, its columns by name.</summary>
public sealed class Row(MarketingTable table)
{
    private readonly object?[] values = new object?[table.Columns.Count];

    public MarketingTable Table => table;

    public IReadOnlyList<object?> Values => values;

    public object? this[string column]
    {
        get => values[Ordinal(column)];
        set => values[Ordinal(column)] = value;
    }

    public decimal Number(string column) => Convert.ToDecimal(this[column] ?? 0m);

    public string Text(string column) => (string)this[column]!;

    public Row With(params (string Column, object? Value)[] cells)
    {
        foreach (var (column, value) in cells)
        {
            this[column] = value;
        }

        return this;
    }

    public Row Copy()
    {
        var copy = new Row(table);
        values.CopyTo(copy.values, 0);
        return copy;
    }

    private int Ordinal(string column) =>
        (table.Find(column) ?? throw new ArgumentException($"{table.Name} has no column {column}.")).Ordinal;
}
