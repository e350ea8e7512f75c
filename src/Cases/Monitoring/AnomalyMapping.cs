using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>Puts <see cref="Anomaly"/> into the model; columns and further indexes belong to screening.</summary>
public sealed class AnomalyMapping : IEntityTypeConfiguration<Anomaly>
{
    public void Configure(EntityTypeBuilder<Anomaly> builder)
    {
        builder.Property(anomaly => anomaly.Id).ValueGeneratedNever();
        builder.HasIndex(anomaly => anomaly.TaskId);
        builder.HasIndex(anomaly => anomaly.CaseId);
    }
}
