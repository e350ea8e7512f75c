using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// A case (案件) = a work order (工单): items of one unit, specialty and theme that one lifecycle instance carries from sign-in to closed.
/// History subject "case/{Id}", which is also the correlation id of its workflow instance.
/// </summary>
public sealed class AuditCase : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "GD-37030601-202605-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public long TaskId { get; set; }

    public string ThemeCode { get; set; } = "";

    public int ThemeVersion { get; set; }

    public string Specialty { get; set; } = "";

    public string Level { get; set; } = "";

    public string Urgency { get; set; } = "normal";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>Stage key: monitor, task, dispatch, handle, recheck, evaluate, improve, closed. Set by entering a node.</summary>
    public string Stage { get; set; } = "dispatch";

    /// <summary>State of domain document 02 section 4.2 (dispatched, accepted, handling, unit-review, recheck, evaluated, closed, ...). Set by entering a node.</summary>
    public string State { get; set; } = "dispatched";

    public string InstanceId { get; set; } = "";

    /// <summary>Due time of the open human step, UTC; null when none is open.</summary>
    public DateTime? DueAt { get; set; }

    public bool Overdue { get; set; }

    public int EscalationLevel { get; set; }

    public int Returns { get; set; }

    /// <summary>How often it was taken up again after it had been closed.</summary>
    public int Reopenings { get; set; }

    public string? Conclusion { get; set; }

    public string? RootCause { get; set; }

    public decimal RecoveredYuan { get; set; }

    public decimal? Score { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ClosedAt { get; set; }
}

/// <summary>One anomaly carried by a case (明细).</summary>
public sealed class CaseItem : Versioned
{
    public long Id { get; set; }

    public long CaseId { get; set; }

    public long AnomalyId { get; set; }

    /// <summary>The anomaly while this item holds it, null once it was given back. Unique: whatever happens, an anomaly is in one order at a time.</summary>
    public long? HeldAnomalyId { get; set; }

    public string ObjKey { get; set; } = "";

    public decimal Metric { get; set; }

    public decimal LimitValue { get; set; }

    /// <summary>What holds for this item: its own conclusion, or that of the case.</summary>
    public string? Conclusion { get; set; }

    /// <summary>A conclusion that the handler gave this item alone; null where the item follows its case.</summary>
    public string? OwnConclusion { get; set; }
}

internal sealed class AuditCaseMapping : IEntityTypeConfiguration<AuditCase>
{
    public void Configure(EntityTypeBuilder<AuditCase> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(64);
        builder.Property(row => row.Title).HasMaxLength(256);
        builder.Property(row => row.ThemeCode).HasMaxLength(32);
        builder.Property(row => row.Specialty).HasMaxLength(64);
        builder.Property(row => row.Level).HasMaxLength(16);
        builder.Property(row => row.Urgency).HasMaxLength(16);
        builder.Property(row => row.OrgNo).HasMaxLength(20);
        builder.Property(row => row.OrgPath).HasMaxLength(128);
        builder.Property(row => row.Stage).HasMaxLength(32);
        builder.Property(row => row.State).HasMaxLength(32);
        builder.Property(row => row.InstanceId).HasMaxLength(200);
        builder.Property(row => row.Conclusion).HasMaxLength(64);
        builder.Property(row => row.RootCause).HasMaxLength(200);
        builder.Property(row => row.RecoveredYuan).HasPrecision(18, 2);
        builder.Property(row => row.Score).HasPrecision(6, 2);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.TaskId);
        builder.HasIndex(row => row.InstanceId);
        builder.HasIndex(row => new { row.OrgPath, row.Id });
        builder.HasIndex(row => new { row.Stage, row.Id });
        builder.HasIndex(row => new { row.ClosedAt, row.Id }).HasFilter("closed_at is not null");
    }
}

internal sealed class CaseItemMapping : IEntityTypeConfiguration<CaseItem>
{
    public void Configure(EntityTypeBuilder<CaseItem> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.Metric).HasPrecision(18, 4);
        builder.Property(row => row.LimitValue).HasPrecision(18, 4);
        builder.Property(row => row.Conclusion).HasMaxLength(64);
        builder.Property(row => row.OwnConclusion).HasMaxLength(64);
        builder.HasIndex(row => row.CaseId);
        builder.HasIndex(row => row.HeldAnomalyId).IsUnique();
    }
}
