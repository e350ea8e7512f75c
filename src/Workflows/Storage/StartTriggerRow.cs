using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// One way in which the published version of a definition is started without being asked for: an event by name, or a clock. Written by the commit that
/// publishes and deleted by the one that retracts; the clock's next instant is moved by the very commit that starts an instance, so it fires once.
/// </summary>
public sealed class StartTriggerRow
{
    public string DefinitionId { get; set; } = "";

    /// <summary>The node that the token starts from.</summary>
    public string ActivityId { get; set; } = "";

    public int DefinitionVersion { get; set; }

    /// <summary>The node's type: Elsa.Event, Elsa.Timer, Elsa.Cron, Elsa.StartAt.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name of the event; null for a clock.</summary>
    public string? StimulusKey { get; set; }

    /// <summary>What the clock goes by: the interval, the cron expression, the instant.</summary>
    public string? Schedule { get; set; }

    /// <summary>The next instant (UTC); null for an event, and for an instant that has passed.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>How many times it has fired: the fence of the next firing.</summary>
    public long Fired { get; set; }

    public DateTime? LastFiredAt { get; set; }

    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public int Attempts { get; set; }

    /// <summary>It cannot be armed or failed too often; <see cref="LastError"/> says why. The next publication tries again.</summary>
    public bool Dead { get; set; }

    public string? LastError { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<StartTriggerRow>
    {
        public void Configure(EntityTypeBuilder<StartTriggerRow> builder)
        {
            builder.HasKey(row => new { row.DefinitionId, row.ActivityId });
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.ActivityId).HasMaxLength(128);
            builder.Property(row => row.Name).HasMaxLength(128);
            builder.Property(row => row.StimulusKey).HasMaxLength(256);
            builder.Property(row => row.Schedule).HasMaxLength(256);
            builder.Property(row => row.Owner).HasMaxLength(64);
            builder.Property(row => row.LastError).HasMaxLength(512);
            builder.HasIndex(row => new { row.StimulusKey, row.Name }).HasFilter("stimulus_key is not null");
            builder.HasIndex(row => row.DueAt).HasFilter("due_at is not null");
        }
    }
}
