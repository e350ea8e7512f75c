using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A place where an instance waits. Inserted by the transition that opens it, deleted by the one that burns it.</summary>
public sealed class BookmarkRow
{
    public string InstanceId { get; set; } = "";

    public string BookmarkId { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>What a stimulus by name must carry as key; null where only a stimulus without key, or by bookmark id, may come.</summary>
    public string? StimulusKey { get; set; }

    /// <summary>Correlation of the instance, here too so that an event for one case does not look at all cases that wait for the same event.</summary>
    public string? CorrelationId { get; set; }

    public string ActivityId { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BookmarkRow>
    {
        public void Configure(EntityTypeBuilder<BookmarkRow> builder)
        {
            builder.HasKey(row => new { row.InstanceId, row.BookmarkId });
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.BookmarkId).HasMaxLength(200);
            builder.Property(row => row.Name).HasMaxLength(128);
            builder.Property(row => row.StimulusKey).HasMaxLength(256);
            builder.Property(row => row.CorrelationId).HasMaxLength(128);
            builder.Property(row => row.ActivityId).HasMaxLength(128);
            builder.HasIndex(row => new { row.StimulusKey, row.Name, row.CorrelationId }).HasFilter("stimulus_key is not null");
        }
    }
}
