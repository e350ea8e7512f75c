using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>One column of a row type: how to read it from the object, and how the provider wants it.</summary>
internal sealed class ColumnMap(IProperty property, StoreObjectIdentifier table)
{
    private readonly System.Reflection.PropertyInfo member = property.PropertyInfo
        ?? throw new NotSupportedException($"{property.DeclaringType.ClrType.Name}.{property.Name} has no property: rows written by the commit hold no shadow values.");

    private Func<object, object?>? read;

    public string Name { get; } = property.GetColumnName(table) ?? property.Name;

    public IProperty Property { get; } = property;

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    /// <summary>The value in the model's type; the type mapping converts it when it is bound.</summary>
    public object? Read(object row) => (read ??= ColumnAccess.Getter(member))(row);
}

/// <summary>
/// One row type of the EF model as text: its statements are built once from the model's own names, types and converters, so that the commit
/// and EF always mean the same columns.
/// </summary>
internal sealed class RowMap
{
    private readonly Lazy<Func<DbDataReader, object>> materialise;

    public RowMap(IEntityType entity, SqlDialect dialect)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        Table = dialect.Delimit(table.Name);
        Columns = [.. entity.GetProperties().Select(property => new ColumnMap(property, table))];
        Key = [.. entity.FindPrimaryKey()!.Properties.Select(key => Columns.Single(column => column.Property == key))];
        Version = typeof(Versioned).IsAssignableFrom(entity.ClrType) ? Columns.Single(column => column.Property.Name == nameof(Versioned.Version)) : null;
        Written = [.. Columns.Where(column => !Key.Contains(column) && column != Version)];
        ColumnList = string.Join(", ", Columns.Select(column => dialect.Delimit(column.Name)));
        var select = $"select {ColumnList} from {Table}";
        var keyText = string.Join(" and ", Key.Select((column, index) => $"{dialect.Delimit(column.Name)} = {dialect.Placeholder(index)}"));
        Select = select;
        Find = $"{select} where {keyText}";
        FindLocked = dialect.Locked(select, keyText);
        Insert = $"insert into {Table} ({ColumnList}) values ({string.Join(", ", Columns.Select((_, index) => dialect.Placeholder(index)))})";
        Update = UpdateText(dialect);
        materialise = new(() => ColumnAccess.Materialiser(entity.ClrType, Columns));
    }

    public string Table { get; }

    public ColumnMap[] Columns { get; }

    public ColumnMap[] Key { get; }

    public ColumnMap? Version { get; }

    /// <summary>Columns that an update sets, the version apart.</summary>
    public ColumnMap[] Written { get; }

    public string ColumnList { get; }

    public string Select { get; }

    public string Find { get; }

    public string FindLocked { get; }

    public string Insert { get; }

    public string Update { get; }

    public object Materialise(DbDataReader reader) => materialise.Value(reader);

    /// <summary>Values of an update in the order of its placeholders: set columns, new version, key, version that was read.</summary>
    public (RelationalTypeMapping? Mapping, object? Value)[] UpdateValues(object row)
    {
        var values = Written.Concat(Key).Select(column => ((RelationalTypeMapping?)column.Mapping, column.Read(row))).ToList();
        if (Version is not null)
        {
            var read = ((Versioned)row).Version;
            values.Insert(Written.Length, (Version.Mapping, read + 1));
            values.Add((Version.Mapping, read));
        }

        return [.. values];
    }

    private string UpdateText(SqlDialect dialect)
    {
        var set = Version is null ? Written : [.. Written, Version];
        var where = Version is null ? Key : [.. Key, Version];
        return $"update {Table} set {Pairs(set, 0, ", ")} where {Pairs(where, set.Length, " and ")}";

        string Pairs(ColumnMap[] columns, int from, string between) =>
            string.Join(between, columns.Select((column, index) => $"{dialect.Delimit(column.Name)} = {dialect.Placeholder(from + index)}"));
    }
}
