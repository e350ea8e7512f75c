using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// How many of the children that one node waits for have finished. Each child adds itself in its own finishing transaction; the one that makes it
/// full queues the parent's stimulus there and then. The row lock is the only coordination.
/// </summary>
public sealed class FanInRow
{
    public string Id { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public string BookmarkId { get; set; } = "";

    public int Total { get; set; }

    public int Finished { get; set; }

    /// <summary>How many of the finished ones ended as faulted.</summary>
    public int Faulted { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FanInRow>
    {
        public void Configure(EntityTypeBuilder<FanInRow> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(200);
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.BookmarkId).HasMaxLength(200);
        }
    }
}
