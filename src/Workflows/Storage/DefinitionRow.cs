using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>States of a definition version.</summary>
public static class DefinitionStates
{
    public const string Draft = "draft";
    public const string Published = "published";
    public const string Retracted = "retracted";
}

/// <summary>
/// One version of a workflow definition. Published rows are never changed but for <see cref="State"/> and <see cref="IsLatestPublished"/>:
/// instances pin version and content hash. A draft is a row of its own.
/// </summary>
public sealed class DefinitionRow : Versioned
{
    public string DefinitionId { get; set; } = "";

    public int DefinitionVersion { get; set; }

    /// <summary>SHA-256 over canonical JSON without layout, flags and dates; hexadecimal.</summary>
    public string ContentHash { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The definition as Elsa JSON, verbatim.</summary>
    public string Json { get; set; } = "";

    /// <summary>draft, published, retracted.</summary>
    public string State { get; set; } = DefinitionStates.Draft;

    /// <summary>True on exactly one row of a definition that has a published version: the one that new instances take.</summary>
    public bool IsLatestPublished { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DefinitionRow>
    {
        public void Configure(EntityTypeBuilder<DefinitionRow> builder)
        {
            builder.HasKey(row => new { row.DefinitionId, row.DefinitionVersion });
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.ContentHash).HasMaxLength(64);
            builder.Property(row => row.Name).HasMaxLength(256);
            builder.Property(row => row.State).HasMaxLength(16);
            builder.Property(row => row.CreatedBy).HasMaxLength(64);
            builder.HasIndex(row => new { row.DefinitionId, row.ContentHash });
        }
    }
}
