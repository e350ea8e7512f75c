using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A due time of one bookmark. Deleted by the transition it fires, or by the one that burns its bookmark first: it can fire only once.</summary>
public sealed class TimerRow
{
    public string InstanceId { get; set; } = "";

    public string BookmarkId { get; set; } = "";

    public DateTime DueAt { get; set; }

    /// <summary>Host that is firing it; void after <see cref="LeaseUntil"/>.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>True once firing failed too often: it stays visible and a person decides.</summary>
    public bool Dead { get; set; }

    public string? LastError { get; set; }

    /// <summary>It came due while its instance was suspended: it fires when the suspension is lifted.</summary>
    public bool Held { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TimerRow>
    {
        public void Configure(EntityTypeBuilder<TimerRow> builder)
        {
            builder.HasKey(row => new { row.InstanceId, row.BookmarkId });
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.BookmarkId).HasMaxLength(200);
            builder.Property(row => row.Owner).HasMaxLength(64);
            builder.Property(row => row.LastError).HasMaxLength(512);
            builder.HasIndex(row => row.DueAt);
        }
    }
}
