using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// Names of tables and columns: lower-case snake_case on every provider, so that portable statements need no quoting.
/// A row class ends in "Row" only to keep it apart from the domain word; its table does not.
/// </summary>
public static class SnakeCase
{
    /// <summary>Names the tables and columns of all entities, and keeps the keys of our own rows out of the database's hands: ids are ours.</summary>
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(TableName(entity));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Of(property.Name));
                if (property.IsPrimaryKey() && entity.ClrType.Namespace?.StartsWith("CaseMgmt.", StringComparison.Ordinal) == true && !IsIdentity(entity.ClrType))
                {
                    property.ValueGenerated = ValueGenerated.Never;
                }
            }
        }
    }

    /// <summary>"WorkItem" becomes "work_item".</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static string TableName(IMutableEntityType entity)
    {
        var name = entity.ClrType.IsGenericType ? entity.GetTableName()! : entity.ClrType.Name;
        return Of(name.EndsWith("Row", StringComparison.Ordinal) ? name[..^3] : name);
    }

    private static bool IsIdentity(Type type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
