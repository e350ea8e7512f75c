using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// A problem that came in as a clue and that a theme should have found. It counts against the recall of the theme once the case made of the clue
/// is closed as confirmed; until then it is only a suspicion. History subject "clue/{ClueId}".
/// </summary>
public sealed class ThemeMiss : Versioned
{
    public long ClueId { get; set; }

    public string ThemeCode { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>Why the theme should have found it, in the words of who linked it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>As on the clue: nobody learns of a secret one by its link.</summary>
    public bool Secret { get; set; }

    public string LinkedBy { get; set; } = "";

    public DateTime LinkedAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ThemeMissMapping : IEntityTypeConfiguration<ThemeMiss>
{
    public void Configure(EntityTypeBuilder<ThemeMiss> builder)
    {
        builder.HasKey(row => new { row.ClueId, row.ThemeCode });
        builder.Property(row => row.ThemeCode).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(256);
        builder.Property(row => row.Reason).HasMaxLength(500);
        builder.Property(row => row.LinkedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.ThemeCode, row.OrgPath });
    }
}
