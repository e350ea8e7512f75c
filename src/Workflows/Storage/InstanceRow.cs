using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// One running or ended workflow. <see cref="Versioned.Version"/> fences every transition; <see cref="State"/> holds live tokens only, so a step costs the
/// same after ten and after ten thousand steps. Lists must not read <see cref="State"/>.
/// </summary>
public sealed class InstanceRow : Versioned
{
    public string Id { get; set; } = "";

    public string DefinitionId { get; set; } = "";

    public int DefinitionVersion { get; set; }

    public string DefinitionHash { get; set; } = "";

    /// <summary>Elsa's words: Running, Finished.</summary>
    public string Status { get; set; } = "Running";

    /// <summary>Elsa's words: Pending, Executing, Suspended, Finished, Cancelled, Faulted.</summary>
    public string SubStatus { get; set; } = "Pending";

    /// <summary>Number of transitions so far.</summary>
    public long Sequence { get; set; }

    /// <summary>UTF-8 JSON of the instance state.</summary>
    public byte[] State { get; set; } = [];

    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>The instance that started this one; null for a top-level instance.</summary>
    public string? ParentInstanceId { get; set; }

    /// <summary>The counter that it reports to. Null for one that has been told of by itself, and for a failed one that was counted and revived.</summary>
    public string? FanInId { get; set; }

    public int IncidentCount { get; set; }

    /// <summary>Set by Suspend: stimuli wait in the outbox until it is lifted.</summary>
    public bool Paused { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime UpdatedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    internal InstanceRow Clone() => (InstanceRow)MemberwiseClone();

    internal sealed class Mapping : IEntityTypeConfiguration<InstanceRow>
    {
        public void Configure(EntityTypeBuilder<InstanceRow> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).HasMaxLength(200);
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.DefinitionHash).HasMaxLength(64);
            builder.Property(row => row.Status).HasMaxLength(16);
            builder.Property(row => row.SubStatus).HasMaxLength(16);
            builder.Property(row => row.Name).HasMaxLength(256);
            builder.Property(row => row.CorrelationId).HasMaxLength(128);
            builder.Property(row => row.ParentInstanceId).HasMaxLength(200);
            builder.Property(row => row.FanInId).HasMaxLength(200);
            builder.HasIndex(row => row.CorrelationId).HasFilter("correlation_id is not null");
            builder.HasIndex(row => row.ParentInstanceId).HasFilter("parent_instance_id is not null");
            builder.HasIndex(row => new { row.DefinitionId, row.DefinitionVersion, row.Status });
        }
    }
}
