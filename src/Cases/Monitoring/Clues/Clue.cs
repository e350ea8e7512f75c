using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Clues;

/// <summary>
/// A hint from outside the themes: a report, a complaint, a visit (线索登记). Accepted ones enter as an anomaly of theme <see cref="ThemeCode"/>.
/// A secret one, its anomaly included, exists only for roles that may read secrets. History subject "clue/{Id}".
/// </summary>
public sealed class Clue : Versioned
{
    /// <summary>What anomalies made of clues carry as their theme.</summary>
    public const string ThemeCode = "CLUE";

    public const string Pending = "pending";
    public const string Accepted = "accepted";
    public const string Filed = "filed";
    public const string Rejected = "rejected";

    public long Id { get; set; }

    public string Number { get; set; } = "";

    /// <summary>95598, report, superior, media, audit, inspection, monitoring, visit.</summary>
    public string Source { get; set; } = "";

    public bool Anonymous { get; set; }

    public bool Secret { get; set; }

    public string Content { get; set; } = "";

    /// <summary>Name and telephone of who reported; empty for anonymous ones, shown to readers of secrets only.</summary>
    public string Reporter { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>The account, feeder or area it is about, if it names one.</summary>
    public string? ObjKey { get; set; }

    public string State { get; set; } = Pending;

    public string? Reason { get; set; }

    public long? AnomalyId { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    /// <summary>How who reported was told: phone, visit, message, letter.</summary>
    public string? AnsweredVia { get; set; }

    /// <summary>What who reported was told.</summary>
    public string? Answer { get; set; }

    public string CreatedBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ClueMapping : IEntityTypeConfiguration<Clue>
{
    public void Configure(EntityTypeBuilder<Clue> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Source).HasMaxLength(16);
        builder.Property(row => row.Content).HasMaxLength(4000);
        builder.Property(row => row.Reporter).HasMaxLength(200);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.AnsweredBy).HasMaxLength(64);
        builder.Property(row => row.AnsweredVia).HasMaxLength(16);
        builder.Property(row => row.Answer).HasMaxLength(1000);
        builder.Property(row => row.CreatedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.State, row.Id });
    }
}
