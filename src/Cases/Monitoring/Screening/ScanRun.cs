using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>One run of screening rules over one month of one batch.</summary>
public sealed class ScanRun : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    public long Id { get; set; }

    public string Ym { get; set; } = "";

    /// <summary>The day that rules saw as @today.</summary>
    public DateOnly Today { get; set; }

    public long BatchId { get; set; }

    public string State { get; set; } = Running;

    /// <summary>What each theme found; a list of <see cref="ThemeResult"/>.</summary>
    public string ThemesJson { get; set; } = "[]";

    public string StartedBy { get; set; } = "";

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

/// <summary>What one theme found in a run, or why it failed.</summary>
public sealed record ThemeResult(string Code, int Found, int New, long DurationMs, string? Error = null);

/// <summary>Mapping.</summary>
public sealed class ScanRunMapping : IEntityTypeConfiguration<ScanRun>
{
    public void Configure(EntityTypeBuilder<ScanRun> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Ym).HasMaxLength(6);
        builder.Property(run => run.State).HasMaxLength(16);
    }
}

/// <summary>Mapping of <see cref="Anomaly"/>: the unique index is what "the same anomaly" means, the others serve the list.</summary>
public sealed class AnomalyMapping : IEntityTypeConfiguration<Anomaly>
{
    public void Configure(EntityTypeBuilder<Anomaly> builder)
    {
        builder.Property(anomaly => anomaly.Id).ValueGeneratedNever();
        builder.Property(anomaly => anomaly.ThemeCode).HasMaxLength(16);
        builder.Property(anomaly => anomaly.Ym).HasMaxLength(6);
        builder.Property(anomaly => anomaly.ObjKey).HasMaxLength(64);
        builder.Property(anomaly => anomaly.OrgNo).HasMaxLength(16);
        builder.Property(anomaly => anomaly.OrgPath).HasMaxLength(256);
        builder.Property(anomaly => anomaly.Metric).HasPrecision(24, 6);
        builder.Property(anomaly => anomaly.LimitValue).HasPrecision(24, 6);
        builder.Property(anomaly => anomaly.Level).HasMaxLength(8);
        builder.Property(anomaly => anomaly.Specialty).HasMaxLength(32);
        builder.Property(anomaly => anomaly.State).HasMaxLength(16);
        builder.Property(anomaly => anomaly.TriageReason).HasMaxLength(500);
        builder.HasIndex(anomaly => new { anomaly.ThemeCode, anomaly.Ym, anomaly.ObjKey }).IsUnique();
        builder.HasIndex(anomaly => new { anomaly.State, anomaly.Id });
        builder.HasIndex(anomaly => anomaly.TaskId);
        builder.HasIndex(anomaly => anomaly.CaseId);
    }
}
