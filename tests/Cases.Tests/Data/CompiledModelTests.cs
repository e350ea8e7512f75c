using CaseMgmt.Cases.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CaseMgmt.Cases.Tests.Data;

/// <summary>
/// The embedded database starts with a model that was written as code, because building it costs a second of every start.
/// It must say what the mapping says; a mapping that changed alone would be ignored without a word.
/// </summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void CompiledModel_ComparedWithTheMapping_SaysTheSame()
    {
        using var context = new SqliteCaseDbContext(new DbContextOptionsBuilder<SqliteCaseDbContext>().UseSqlite("Data Source=none.db").Options);
        Assert.StartsWith("CaseMgmt.Cases.Data.CompiledModels.", context.Model.GetType().FullName, StringComparison.Ordinal);
        var mapped = Lines(context.GetService<IDesignTimeModel>().Model);
        var compiled = Lines(context.Model);
        Assert.True(mapped.SetEquals(compiled), $"""
            Run tools/Migrations/add.sh --model. Only in the mapping: {string.Join("; ", mapped.Except(compiled).Take(5))}.
            Only in the compiled model: {string.Join("; ", compiled.Except(mapped).Take(5))}.
            """);
    }

    private static HashSet<string> Lines(IModel model) =>
        [.. model.GetEntityTypes().SelectMany(entity => Lines(entity).Select(line => $"{entity.GetTableName()}: {line}"))];

    private static IEnumerable<string> Lines(IEntityType entity) =>
        entity.GetProperties().Select(Line)
            .Concat(entity.GetKeys().Select(key => $"key {Names(key.Properties)} {(key.IsPrimaryKey() ? "primary" : "")}"))
            .Concat(entity.GetIndexes().Select(index => $"index {Names(index.Properties)} {index.GetDatabaseName()} {(index.IsUnique ? "unique" : "")} {index.GetFilter()}"))
            .Concat(entity.GetForeignKeys().Select(foreign => $"to {foreign.PrincipalEntityType.GetTableName()} by {Names(foreign.Properties)} {foreign.DeleteBehavior}"));

    private static string Line(IProperty property) => string.Join(
        ' ',
        property.Name,
        property.GetColumnName(),
        property.GetColumnType(),
        property.ClrType.FullName,
        property.GetTypeMapping().Converter?.ProviderClrType.Name,
        property.IsNullable ? "null" : "not null",
        property.IsConcurrencyToken ? "token" : "",
        property.ValueGenerated,
        property.GetMaxLength());

    private static string Names(IEnumerable<IProperty> properties) => string.Join(',', properties.Select(property => property.Name));
}
