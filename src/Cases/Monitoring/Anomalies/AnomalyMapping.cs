using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// The unique index is what "the same anomaly" means. The four orders of the list have an index each that begins with the state and carries every column that
/// the list filters by: a page of millions is walked in the index alone, and only the rows that are shown are read.
/// </summary>
public sealed class AnomalyMapping : IEntityTypeConfiguration<Anomaly>
{
    public void Configure(EntityTypeBuilder<Anomaly> builder)
    {
        builder.Property(anomaly => anomaly.Id).ValueGeneratedNever();
        builder.Property(anomaly => anomaly.ThemeCode).HasMaxLength(16);
        builder.Property(anomaly => anomaly.Ym).HasMaxLength(6);
        builder.Property(anomaly => anomaly.ObjKey).HasMaxLength(256);
        builder.Property(anomaly => anomaly.OrgNo).HasMaxLength(16);
        builder.Property(anomaly => anomaly.OrgPath).HasMaxLength(256);
        builder.Property(anomaly => anomaly.Metric).HasPrecision(24, 6);
        builder.Property(anomaly => anomaly.LimitValue).HasPrecision(24, 6);
        builder.Property(anomaly => anomaly.Level).HasMaxLength(8);
        builder.Property(anomaly => anomaly.Specialty).HasMaxLength(32);
        builder.Property(anomaly => anomaly.State).HasMaxLength(16);
        builder.Property(anomaly => anomaly.TriageReason).HasMaxLength(500);
        builder.Property(anomaly => anomaly.Tags).HasMaxLength(300);
        builder.Property(anomaly => anomaly.Source).HasMaxLength(32);
        builder.HasIndex(anomaly => new { anomaly.ThemeCode, anomaly.Ym, anomaly.ObjKey }).IsUnique();
        builder.HasIndex(anomaly => anomaly.TaskId);
        builder.HasIndex(anomaly => anomaly.CaseId);
        builder.HasIndex(anomaly => anomaly.WhiteId);
        builder.HasIndex(anomaly => new { anomaly.ObjKey, anomaly.Ym });
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_queue");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.StakeFen, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_stake");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.Risk, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_risk");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_newest");
        builder.HasIndex(anomaly => new { anomaly.ThemeCode, anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_theme");
        builder.HasIndex(anomaly => new { anomaly.OrgNo, anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_org");
    }
}
