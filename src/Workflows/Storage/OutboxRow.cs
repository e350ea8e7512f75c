using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Kinds of outbox rows.</summary>
public static class OutboxKinds
{
    public const string Stimulus = "stimulus";
    public const string Child = "child";
    public const string Send = "send";

    /// <summary>Long work that goes on chunk by chunk; see ChunkedWork.</summary>
    public const string Work = "work";
}

/// <summary>
/// Work that a committed transition made due: a stimulus to deliver, a child to start, a request to send. Written with the transition, deleted by the
/// transaction that does the work, so it is done once; whoever works on it holds a lease, and an expired lease is anybody's.
/// </summary>
public sealed class OutboxRow
{
    /// <summary>Time-ordered; for a child also the id of the instance it becomes.</summary>
    public string Id { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? InstanceId { get; set; }

    public string Data { get; set; } = "{}";

    public DateTime DueAt { get; set; }

    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>True once it failed too often, or was put aside: a visible dead letter until somebody decides.</summary>
    public bool Dead { get; set; }

    public string? LastError { get; set; }

    /// <summary>Its instance is suspended: nobody takes it up before the suspension is lifted.</summary>
    public bool Held { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OutboxRow>
    {
        public void Configure(EntityTypeBuilder<OutboxRow> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(200);
            builder.Property(row => row.Kind).HasMaxLength(16);
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.Owner).HasMaxLength(64);
            builder.Property(row => row.LastError).HasMaxLength(512);
            builder.HasIndex(row => row.DueAt);
        }
    }
}
