using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Publishing;

/// <summary>
/// One person asks to publish, or to retract, a lifecycle version; another person decides. Bound to the content: an edit of the draft voids it.
/// At most one is open per lifecycle. History subject "lifecycle/{DefinitionId}".
/// </summary>
public sealed class PublicationRequest : Versioned
{
    public long Id { get; set; }

    public string DefinitionId { get; set; } = "";

    public int DefinitionVersion { get; set; }

    public string ContentHash { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>publish, retract.</summary>
    public string Kind { get; set; } = "publish";

    /// <summary>open, approved, rejected, voided.</summary>
    public string State { get; set; } = "open";

    public long RequestedBy { get; set; }

    /// <summary>Staff number: persons are compared, not accounts.</summary>
    public string RequestedByPerson { get; set; } = "";

    public DateTime RequestedAt { get; set; }

    public long? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string? Comment { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PublicationRequest>
    {
        public void Configure(EntityTypeBuilder<PublicationRequest> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.ContentHash).HasMaxLength(64);
            builder.Property(row => row.Name).HasMaxLength(256);
            builder.Property(row => row.Kind).HasMaxLength(16);
            builder.Property(row => row.State).HasMaxLength(16);
            builder.Property(row => row.RequestedByPerson).HasMaxLength(64);
            builder.Property(row => row.Comment).HasMaxLength(2000);
            builder.HasIndex(row => new { row.DefinitionId, row.State });
            builder.HasIndex(row => new { row.State, row.RequestedAt });
        }
    }
}
