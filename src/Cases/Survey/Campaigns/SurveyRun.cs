using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>One run of a campaign's rules over one load of the data.</summary>
public sealed class SurveyRun : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    public long Id { get; set; }

    public long CampaignId { get; set; }

    public long BatchId { get; set; }

    public string State { get; set; } = Running;

    /// <summary>What each rule found, a JSON list of <see cref="SurveyRuleResult"/>.</summary>
    public string RulesJson { get; set; } = "[]";

    /// <summary>Why it failed, as <see cref="Monitoring.Rules.RuleRefusal.Stored"/> writes it.</summary>
    public string? Problem { get; set; }

    public string StartedBy { get; set; } = "";

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Host that runs it. A run whose lease is over has lost its host and has failed.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }
}

/// <summary>What one rule found in a run, or why it failed.</summary>
public sealed record SurveyRuleResult(string Code, int Found, int New, int Corrected, string? Error = null);

/// <summary>The figures of one period, written once when the period is over.</summary>
public sealed class SurveyReport : Versioned
{
    public long CampaignId { get; set; }

    public DateOnly PeriodEnd { get; set; }

    public DateOnly PeriodStart { get; set; }

    /// <summary>A JSON list of <see cref="ProgressLine"/>.</summary>
    public string LinesJson { get; set; } = "[]";

    public DateTime MadeAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class SurveyRunMapping : IEntityTypeConfiguration<SurveyRun>
{
    public void Configure(EntityTypeBuilder<SurveyRun> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Problem).HasMaxLength(500);
        builder.Property(row => row.StartedBy).HasMaxLength(64);
        builder.Property(row => row.Owner).HasMaxLength(64);
        builder.HasIndex(row => new { row.CampaignId, row.Id });
        builder.HasIndex(row => row.State);
    }
}

/// <summary>Mapping.</summary>
public sealed class SurveyReportMapping : IEntityTypeConfiguration<SurveyReport>
{
    public void Configure(EntityTypeBuilder<SurveyReport> builder) => builder.HasKey(row => new { row.CampaignId, row.PeriodEnd });
}
