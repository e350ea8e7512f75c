using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// What speaks for a theme version: the figures of the threshold assistant that proposed it, or a backtest. Written once, never changed;
/// the history row of the same commit names it. It points at the row of the version, because a number is used again after a draft was given up.
/// </summary>
public sealed class ThemeEvidence : Versioned
{
    public const string Threshold = "threshold";
    public const string Backtest = "backtest";

    public long Id { get; set; }

    public long VersionId { get; set; }

    public string Code { get; set; } = "";

    public int Number { get; set; }

    /// <summary>"threshold" or "backtest".</summary>
    public string Kind { get; set; } = "";

    public string DataJson { get; set; } = "{}";

    /// <summary>Whose cases the figures count: those of this organisation and below.</summary>
    public string OrgPath { get; set; } = "";

    public string WrittenBy { get; set; } = "";

    public DateTime WrittenAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ThemeEvidenceMapping : IEntityTypeConfiguration<ThemeEvidence>
{
    public void Configure(EntityTypeBuilder<ThemeEvidence> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(256);
        builder.Property(row => row.WrittenBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.VersionId, row.Id });
    }
}
