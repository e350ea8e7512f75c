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

    /// <summary>Where the parent waits; empty while the end of a child is on its way to a parent that hears of each.</summary>
    public string BookmarkId { get; set; } = "";

    /// <summary>The parent hears of every child by itself.</summary>
    internal bool TellsEach => Id.EndsWith(Execution.Bookmark.EachSuffix, StringComparison.Ordinal);

    internal bool IsTelling => BookmarkId.Length == 0;

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
