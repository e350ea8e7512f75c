using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>The life of an annual plan.</summary>
public static class PlanStates
{
    public const string Draft = "draft";
    public const string Consulting = "consulting";
    public const string Approved = "approved";
}

/// <summary>
/// The audit plan of one organisation for one year (稽查计划): one theme a month. The specialties are asked before somebody else approves it; a change of an
/// approved plan is a new round. History subject "plan/{Id}".
/// </summary>
public sealed class AuditPlan : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "JH-3703-2026".</summary>
    public string Number { get; set; } = "";

    public int Year { get; set; }

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public string State { get; set; } = PlanStates.Draft;

    /// <summary>Rounds of consultation so far.</summary>
    public int Round { get; set; }

    public DateTime? OpinionsDueAt { get; set; }

    public string CreatedBy { get; set; } = "";

    public string CreatedByPerson { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public string? Remark { get; set; }
}

/// <summary>One month of a plan.</summary>
public sealed class PlanMonth : Versioned
{
    public long PlanId { get; set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; set; }

    /// <summary>The theme of the month; empty while nobody has chosen one.</summary>
    public string ThemeCode { get; set; } = "";

    /// <summary>Why this theme in this month: current focus, weak point, order from above.</summary>
    public string Focus { get; set; } = "";

    /// <summary>Counties audited on the spot, organisation numbers with commas.</summary>
    public string Counties { get; set; } = "";
}

/// <summary>The seat of one specialty in one round of consultation, and what it said.</summary>
public sealed class PlanOpinion : Versioned
{
    public const string Agree = "agree";
    public const string Change = "change";

    public long PlanId { get; set; }

    public int Round { get; set; }

    public string Specialty { get; set; } = "";

    /// <summary>The officer who was asked.</summary>
    public long AccountId { get; set; }

    /// <summary>agree, change; null while nothing was said.</summary>
    public string? Verdict { get; set; }

    public string? Text { get; set; }

    public DateTime? AnsweredAt { get; set; }
}

/// <summary>Mapping. One plan for each organisation and year.</summary>
public sealed class AuditPlanMapping : IEntityTypeConfiguration<AuditPlan>
{
    public void Configure(EntityTypeBuilder<AuditPlan> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.CreatedBy).HasMaxLength(64);
        builder.Property(row => row.CreatedByPerson).HasMaxLength(64);
        builder.Property(row => row.ApprovedBy).HasMaxLength(64);
        builder.Property(row => row.Remark).HasMaxLength(1000);
        builder.HasIndex(row => new { row.OrgNo, row.Year }).IsUnique();
    }
}

/// <summary>Mapping.</summary>
public sealed class PlanMonthMapping : IEntityTypeConfiguration<PlanMonth>
{
    public void Configure(EntityTypeBuilder<PlanMonth> builder)
    {
        builder.HasKey(row => new { row.PlanId, row.Month });
        builder.Property(row => row.ThemeCode).HasMaxLength(16);
        builder.Property(row => row.Focus).HasMaxLength(500);
        builder.Property(row => row.Counties).HasMaxLength(1000);
    }
}

/// <summary>Mapping. A specialty has one seat in a round.</summary>
public sealed class PlanOpinionMapping : IEntityTypeConfiguration<PlanOpinion>
{
    public void Configure(EntityTypeBuilder<PlanOpinion> builder)
    {
        builder.HasKey(row => new { row.PlanId, row.Round, row.Specialty });
        builder.Property(row => row.Specialty).HasMaxLength(32);
        builder.Property(row => row.Verdict).HasMaxLength(16);
        builder.Property(row => row.Text).HasMaxLength(2000);
    }
}
