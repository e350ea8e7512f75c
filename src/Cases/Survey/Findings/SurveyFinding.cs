using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Survey.Findings;

/// <summary>One defect of the data that a campaign found. Unique by campaign, rule and object.</summary>
public sealed class SurveyFinding : Versioned
{
    public long Id { get; set; }

    public long CampaignId { get; set; }

    public string RuleCode { get; set; } = "";

    public string ObjKey { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public long TeamId { get; set; }

    public decimal Metric { get; set; }

    public decimal LimitValue { get; set; }

    public string State { get; set; } = SurveyStates.Found;

    /// <summary>What the person said who checked it.</summary>
    public string? Note { get; set; }

    /// <summary>Answers to the questions of the checklist, a JSON object.</summary>
    public string AnswersJson { get; set; } = "{}";

    public string? CheckedBy { get; set; }

    public DateTime FoundAt { get; set; }

    public DateTime? CheckedAt { get; set; }

    /// <summary>When it was corrected, or judged to be no defect.</summary>
    public DateTime? SettledAt { get; set; }

    /// <summary>The load that showed it last; only a newer one can clear it.</summary>
    public long LastBatchId { get; set; }

    /// <summary>The anomaly that was made of it.</summary>
    public long? AnomalyId { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class SurveyFindingMapping : IEntityTypeConfiguration<SurveyFinding>
{
    public void Configure(EntityTypeBuilder<SurveyFinding> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.RuleCode).HasMaxLength(16);
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.Metric).HasPrecision(24, 6);
        builder.Property(row => row.LimitValue).HasPrecision(24, 6);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Note).HasMaxLength(500);
        builder.Property(row => row.AnswersJson).HasMaxLength(4000);
        builder.Property(row => row.CheckedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.CampaignId, row.RuleCode, row.ObjKey }).IsUnique();
        builder.HasIndex(row => new { row.CampaignId, row.State, row.Id });
    }
}
