using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Survey.Campaigns;

/// <summary>
/// A survey (普查活动): the rules of one checklist run over the units of a county until its defects are corrected. The rules and questions are copied
/// at the start, so that a later change of the checklist moves no running figures. History subject "survey/{Id}".
/// </summary>
public sealed class SurveyCampaign : Versioned
{
    public const string Draft = "draft";
    public const string Open = "open";
    public const string Closed = "closed";

    public const string Daily = "daily";
    public const string Biweekly = "biweekly";
    public const string Monthly = "monthly";

    public long Id { get; set; }

    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string ChecklistCode { get; set; } = "";

    /// <summary>Codes of the rules, a JSON list.</summary>
    public string RulesJson { get; set; } = "[]";

    /// <summary>What people answer about each object, a JSON list of <see cref="Checklists.SurveyQuestion"/>.</summary>
    public string QuestionsJson { get; set; } = "[]";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>Account month that the rules look at.</summary>
    public string Ym { get; set; } = "";

    /// <summary>Data source, null for the embedded copy.</summary>
    public string? Source { get; set; }

    /// <summary>daily, biweekly or monthly: how long a period of the progress report is.</summary>
    public string Rhythm { get; set; } = Daily;

    public DateOnly StartDay { get; set; }

    public DateOnly EndDay { get; set; }

    public string State { get; set; } = Draft;

    public string CreatedBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? ClosedAt { get; set; }
}

/// <summary>A team of a campaign (普查工作组).</summary>
public sealed class SurveyTeam : Versioned
{
    public long Id { get; set; }

    public long CampaignId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Account ids of those who check, a JSON list. Nobody named means everybody of the unit who may check.</summary>
    public string MembersJson { get; set; } = "[]";
}

/// <summary>A unit that a campaign looks at and the team that answers for it.</summary>
public sealed class SurveyUnit : Versioned
{
    public long CampaignId { get; set; }

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public long TeamId { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class SurveyCampaignMapping : IEntityTypeConfiguration<SurveyCampaign>
{
    public void Configure(EntityTypeBuilder<SurveyCampaign> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Title).HasMaxLength(120);
        builder.Property(row => row.ChecklistCode).HasMaxLength(32);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.Ym).HasMaxLength(6);
        builder.Property(row => row.Source).HasMaxLength(32);
        builder.Property(row => row.Rhythm).HasMaxLength(16);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.CreatedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.State, row.Id });
    }
}

/// <summary>Mapping.</summary>
public sealed class SurveyTeamMapping : IEntityTypeConfiguration<SurveyTeam>
{
    public void Configure(EntityTypeBuilder<SurveyTeam> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(60);
        builder.Property(row => row.MembersJson).HasMaxLength(2000);
        builder.HasIndex(row => row.CampaignId);
    }
}

/// <summary>Mapping.</summary>
public sealed class SurveyUnitMapping : IEntityTypeConfiguration<SurveyUnit>
{
    public void Configure(EntityTypeBuilder<SurveyUnit> builder)
    {
        builder.HasKey(row => new { row.CampaignId, row.OrgNo });
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
    }
}
