using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A stimulus that came before anybody waited for it. It has no expiry: a later bookmark takes it, or it ends among the dead letters.</summary>
public sealed class ParkedStimulusRow
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Empty for a stimulus without key, so that the pair can be looked up on every provider.</summary>
    public string StimulusKey { get; set; } = "";

    /// <summary>Only an instance with this correlation may take it; null for any.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>Only this instance may take it; null for any.</summary>
    public string? InstanceId { get; set; }

    public string? PayloadJson { get; set; }

    public string Actor { get; set; } = "";

    public DateTime ArrivedAt { get; set; }

    /// <summary>A dead letter: nobody takes it any more, and it stays until a person releases or dismisses it.</summary>
    public bool Dead { get; set; }

    /// <summary>Why it is dead: what it came for is over, or a person put it aside.</summary>
    public string? DeadReason { get; set; }

    public DateTime? DeadAt { get; set; }

    /// <summary>The row of a stimulus that nobody takes now.</summary>
    internal static ParkedStimulusRow Of(QueuedStimulus stimulus, long id, CommitSession session) => new()
    {
        Id = id,
        Name = stimulus.Name,
        StimulusKey = stimulus.Key ?? "",
        CorrelationId = stimulus.CorrelationId,
        InstanceId = stimulus.InstanceId,
        PayloadJson = stimulus.Payload?.ToJsonString(),
        Actor = session.Actor,
        ArrivedAt = session.Now,
    };

    /// <summary>The stimulus as it came.</summary>
    internal QueuedStimulus Stimulus() => new(Name, PayloadJson is null ? null : System.Text.Json.Nodes.JsonNode.Parse(PayloadJson, documentOptions: DeepJson.Document))
    {
        Key = StimulusKey,
        CorrelationId = CorrelationId,
        InstanceId = InstanceId,
    };

    internal sealed class Mapping : IEntityTypeConfiguration<ParkedStimulusRow>
    {
        public void Configure(EntityTypeBuilder<ParkedStimulusRow> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Name).HasMaxLength(128);
            builder.Property(row => row.StimulusKey).HasMaxLength(256);
            builder.Property(row => row.CorrelationId).HasMaxLength(128);
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.Actor).HasMaxLength(64);
            builder.Property(row => row.DeadReason).HasMaxLength(512);
            builder.HasIndex(row => new { row.StimulusKey, row.Name });
            builder.HasIndex(row => row.InstanceId).HasFilter("instance_id is not null");
        }
    }
}
