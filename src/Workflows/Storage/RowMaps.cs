using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>The statements of every row type of one model on one database, and the type mapping of loose parameter values.</summary>
internal sealed class RowMaps
{
    private readonly ConcurrentDictionary<Type, RowMap> byType = new();
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, RelationalTypeMapping?> mappings = new();
    private readonly IModel model;
    private readonly IRelationalTypeMappingSource types;

    public RowMaps(DbContext context)
    {
        model = context.Model;
        types = context.GetService<IRelationalTypeMappingSource>();
        Dialect = SqlDialect.Of(context.Database.ProviderName!);
    }

    public SqlDialect Dialect { get; }

    public RowMap Of<T>() => byType.GetOrAdd(typeof(T), type =>
        new RowMap(model.FindEntityType(type) ?? throw new InvalidOperationException($"{type.Name} is not in the model."), Dialect));

    /// <summary>Turns a formattable text into a statement with placeholders; a collection in a hole becomes a list of placeholders.</summary>
    public (string Sql, (RelationalTypeMapping? Mapping, object? Value)[] Values) Parse(FormattableString text, string prefix = "")
    {
        var arguments = text.GetArguments();
        if (!Array.Exists(arguments, IsList))
        {
            var sql = texts.GetOrAdd(prefix + text.Format, _ => prefix + string.Format(
                System.Globalization.CultureInfo.InvariantCulture, text.Format, [.. Enumerable.Range(0, arguments.Length).Select(Dialect.Placeholder)]));
            return (sql, Array.ConvertAll(arguments, value => (MappingOf(value), value)));
        }

        var values = new List<object?>();
        var holes = Array.ConvertAll(arguments, argument => (object)Hole(argument, values));
        var listed = prefix + string.Format(System.Globalization.CultureInfo.InvariantCulture, text.Format, holes);
        return (listed, [.. values.Select(value => (MappingOf(value), value))]);
    }

    private string Hole(object? argument, List<object?> values)
    {
        var items = IsList(argument) ? ((System.Collections.IEnumerable)argument!).Cast<object?>() : [argument];
        return string.Join(", ", items.Select(item =>
        {
            values.Add(item);
            return Dialect.Placeholder(values.Count - 1);
        }));
    }

    // The UTC converter of the model is a convention of properties, not of types: loose times are made UTC by the callers, who take them from the session.
    private RelationalTypeMapping? MappingOf(object? value) => value is null ? null : mappings.GetOrAdd(value.GetType(), types.FindMapping);

    private static bool IsList(object? argument) => argument is System.Collections.IEnumerable and not string and not byte[];
}
