using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>
/// The unique index is what "the same anomaly" means. The orders of the list have an index each that begins with the state (within a theme with that) and carries
/// every column that the list filters by, and so has the one of the objects: a page of millions is walked in the index alone, and only the rows that are shown are
/// read. Most anomalies never get a task, a case or a white-list entry: the indexes of these hold only those that did.
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
        builder.HasIndex(anomaly => anomaly.TaskId).HasFilter("task_id is not null");
        builder.HasIndex(anomaly => anomaly.CaseId).HasFilter("case_id is not null");
        builder.HasIndex(anomaly => anomaly.WhiteId).HasFilter("white_id is not null");
        builder.HasIndex(anomaly => new { anomaly.ObjKey, anomaly.Ym, anomaly.OrgNo, anomaly.State, anomaly.QueueKey, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Level, anomaly.Secret }, "ix_anomaly_object");
        builder.HasIndex(anomaly => new { anomaly.ThemeCode, anomaly.State, anomaly.MetricKey, anomaly.Id, anomaly.OrgPath, anomaly.Ym, anomaly.Level, anomaly.Secret, anomaly.Hits }, "ix_anomaly_metric");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_queue");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.StakeFen, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_stake");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.Risk, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_risk");
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_newest");
        builder.HasIndex(anomaly => new { anomaly.ThemeCode, anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_theme");
        builder.HasIndex(anomaly => new { anomaly.OrgNo, anomaly.State, anomaly.QueueKey, anomaly.Id, anomaly.OrgPath, anomaly.ThemeCode, anomaly.Ym, anomaly.Level, anomaly.Secret }, "ix_anomaly_org");
    }
}
