using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>The life of a scheme.</summary>
public static class SchemeStates
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
    public const string Approved = "approved";
    public const string InForce = "in-force";
    public const string Closed = "closed";

    /// <summary>Withdrawn before it was put in force.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>
/// A scheme (稽查方案): what is audited, where, when, why and by which points. Written by one person, approved by another; tasks come from it while it is in
/// force. History subject "scheme/{Id}".
/// </summary>
public sealed class AuditScheme : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "FA-3703-202606-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>One of <see cref="TaskTypes"/>.</summary>
    public string Type { get; set; } = "special";

    /// <summary>The organisation that audits.</summary>
    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>Organisation numbers that are audited, with commas; each stands for everything below it.</summary>
    public string Units { get; set; } = "";

    /// <summary>Theme codes with commas.</summary>
    public string Themes { get; set; } = "";

    public DateOnly PeriodFrom { get; set; }

    public DateOnly PeriodTo { get; set; }

    public string Goal { get; set; } = "";

    /// <summary>Points to check, one a line.</summary>
    public string Checklist { get; set; } = "";

    /// <summary>The regulation or order that it rests on.</summary>
    public string Basis { get; set; } = "";

    public string State { get; set; } = SchemeStates.Draft;

    /// <summary>The plan whose month it carries out.</summary>
    public long? PlanId { get; set; }

    public int? PlanMonth { get; set; }

    public string CreatedBy { get; set; } = "";

    public string CreatedByPerson { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public string? ApprovedBy { get; set; }

    /// <summary>Why it went back to its author, or what came of it.</summary>
    public string? Remark { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class AuditSchemeMapping : IEntityTypeConfiguration<AuditScheme>
{
    public void Configure(EntityTypeBuilder<AuditScheme> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Title).HasMaxLength(200);
        builder.Property(row => row.Type).HasMaxLength(16);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.Units).HasMaxLength(2000);
        builder.Property(row => row.Themes).HasMaxLength(2000);
        builder.Property(row => row.Goal).HasMaxLength(2000);
        builder.Property(row => row.Checklist).HasMaxLength(4000);
        builder.Property(row => row.Basis).HasMaxLength(1000);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.CreatedBy).HasMaxLength(64);
        builder.Property(row => row.CreatedByPerson).HasMaxLength(64);
        builder.Property(row => row.ApprovedBy).HasMaxLength(64);
        builder.Property(row => row.Remark).HasMaxLength(1000);
        builder.HasIndex(row => new { row.OrgPath, row.Id });
    }
}
