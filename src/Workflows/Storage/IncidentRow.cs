using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Workflows.Storage;

/// <summary>A failure of one activity instance of one workflow instance; the workflow lives on. Deleted by the transition that resolves it; the history keeps it.</summary>
public sealed class IncidentRow
{
    public string InstanceId { get; set; } = "";

    public string ActivityInstanceId { get; set; } = "";

    public string ActivityId { get; set; } = "";

    public string DefinitionId { get; set; } = "";

    public string Code { get; set; } = "";

    public string Reason { get; set; } = "";

    public DateTime OccurredAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<IncidentRow>
    {
        public void Configure(EntityTypeBuilder<IncidentRow> builder)
        {
            builder.HasKey(row => new { row.InstanceId, row.ActivityInstanceId });
            builder.Property(row => row.InstanceId).HasMaxLength(200);
            builder.Property(row => row.ActivityInstanceId).HasMaxLength(200);
            builder.Property(row => row.ActivityId).HasMaxLength(128);
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.Code).HasMaxLength(64);
            builder.HasIndex(row => new { row.DefinitionId, row.ActivityId, row.Code });
        }
    }
}
