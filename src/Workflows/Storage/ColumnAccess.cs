using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Storage;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Compiled readers of properties and of result rows; reflection would cost more than the database.</summary>
internal static class ColumnAccess
{
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(row, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), row).Compile();
    }

    /// <summary>Makes one object of a row whose columns come in the order of <paramref name="columns"/>.</summary>
    public static Func<DbDataReader, object> Materialiser(Type type, IReadOnlyList<ColumnMap> columns)
    {
        var reader = Expression.Parameter(typeof(DbDataReader), "reader");
        var bindings = columns.Select((column, index) => Expression.Bind(column.Property.PropertyInfo!, Value(reader, column, index)));
        return Expression.Lambda<Func<DbDataReader, object>>(Expression.MemberInit(Expression.New(type), bindings), reader).Compile();
    }

    private static Expression Value(ParameterExpression reader, ColumnMap column, int index)
    {
        var ordinal = Expression.Constant(index);
        var target = column.Property.PropertyInfo!.PropertyType;
        var method = column.Mapping.GetDataReaderMethod();
        Expression read = Expression.Call(method.DeclaringType!.IsAssignableFrom(typeof(DbDataReader)) ? reader : Expression.Convert(reader, method.DeclaringType!), method, ordinal);
        read = column.Mapping.CustomizeDataReaderExpression(read);
        if (column.Mapping.Converter is { } converter)
        {
            var from = converter.ConvertFromProviderExpression;
            if (read.Type != from.Parameters[0].Type)
            {
                read = Expression.Convert(read, from.Parameters[0].Type);
            }

            read = Expression.Invoke(from, read);
        }

        if (read.Type != target)
        {
            read = Expression.Convert(read, target);
        }

        var isNull = Expression.Call(reader, nameof(DbDataReader.IsDBNull), null, ordinal);
        return column.Property.IsNullable ? Expression.Condition(isNull, Expression.Default(target), read) : read;
    }
}
