using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Publishing;

/// <summary>
/// The last accepted save of a lifecycle's draft. The designer sends a save again when its answer got lost; the same tab with the same body is a repeat
/// and not a conflict.
/// </summary>
public sealed class DraftSave : Versioned
{
    public string DefinitionId { get; set; } = "";

    /// <summary>Id that one browser tab gave itself.</summary>
    public string Tab { get; set; } = "";

    /// <summary>SHA-256 of the body, hexadecimal.</summary>
    public string BodyHash { get; set; } = "";

    public DateTime SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DraftSave>
    {
        public void Configure(EntityTypeBuilder<DraftSave> builder)
        {
            builder.HasKey(row => row.DefinitionId);
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.Tab).HasMaxLength(64);
            builder.Property(row => row.BodyHash).HasMaxLength(64);
        }
    }
}
