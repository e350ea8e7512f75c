using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Tasks;

/// <summary>A task (任务): a batch of anomalies that becomes work orders. One workflow instance of "audit-task" each; history subject "task/{Id}".</summary>
public sealed class AuditTask : Versioned
{
    /// <summary>State while its anomalies are being taken; its lifecycle starts when it has them all.</summary>
    public const string Collecting = "collecting";

    /// <summary>State while the monitor step judges and admits its anomalies.</summary>
    public const string Admitting = "admitting";

    /// <summary>State of one that could not have all its anomalies: it gave back what it had taken, and nothing came of it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>State while its work orders are being written; nobody sees them before it is over.</summary>
    public const string Planning = "planning";

    public long Id { get; set; }

    /// <summary>Human number, for example "RW-370306-202605-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>online 在线, routine 常态, special 专项, review 审核, sampling 抽检, onsite 现场.</summary>
    public string Type { get; set; } = "online";

    /// <summary>critical 特急, urgent 紧急, normal 一般.</summary>
    public string Urgency { get; set; } = "normal";

    /// <summary>Stage key of the node the task stands on: monitor, task, dispatch; "closed" at the end.</summary>
    public string Stage { get; set; } = "monitor";

    public string State { get; set; } = "monitoring";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public long CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>What it came from, "scheme/12" or "sample/7"; null for one made of chosen anomalies.</summary>
    public string? Origin { get; set; }
}

internal sealed class AuditTaskMapping : IEntityTypeConfiguration<AuditTask>
{
    public void Configure(EntityTypeBuilder<AuditTask> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(64);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Type).HasMaxLength(16);
        builder.Property(row => row.Urgency).HasMaxLength(16);
        builder.Property(row => row.Stage).HasMaxLength(32);
        builder.Property(row => row.State).HasMaxLength(32);
        builder.Property(row => row.OrgNo).HasMaxLength(20);
        builder.Property(row => row.OrgPath).HasMaxLength(128);
        builder.Property(row => row.InstanceId).HasMaxLength(200);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.InstanceId);
        builder.Property(row => row.Origin).HasMaxLength(40);
        builder.HasIndex(row => new { row.OrgPath, row.Id });
        builder.HasIndex(row => row.Origin);
    }
}
