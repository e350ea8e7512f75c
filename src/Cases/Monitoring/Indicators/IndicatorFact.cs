using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Indicators;

/// <summary>
/// One indicator of one unit in one account month. A unit's sums are those of its own rows and of everything below it, so a ratio of a county is the ratio of its
/// sums and never a mean of means. Computed again it is replaced; no value means that there was nothing to divide by.
/// </summary>
public sealed class IndicatorFact : Versioned
{
    public string Code { get; set; } = "";

    public string Ym { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public decimal Num { get; set; }

    /// <summary>Null for indicators that are a plain sum.</summary>
    public decimal? Den { get; set; }

    public decimal? Value { get; set; }

    /// <summary>How many rows of the marketing data the value rests on.</summary>
    public long Rows { get; set; }

    /// <summary>good, warn, alarm, or none where nothing can be said.</summary>
    public string Level { get; set; } = IndicatorLevels.None;

    /// <summary>Version of the definition.</summary>
    public int Definition { get; set; }

    public long BatchId { get; set; }

    public DateTime ComputedAt { get; set; }
}

/// <summary>How a value stands to its limits.</summary>
public static class IndicatorLevels
{
    public const string None = "none";
    public const string Good = "good";
    public const string Warn = "warn";
    public const string Alarm = "alarm";
}

/// <summary>Mapping. The key serves the comparison of units in a month, the index the board of one unit over the months.</summary>
public sealed class IndicatorFactMapping : IEntityTypeConfiguration<IndicatorFact>
{
    public void Configure(EntityTypeBuilder<IndicatorFact> builder)
    {
        builder.HasKey(row => new { row.Code, row.Ym, row.OrgNo });
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.Ym).HasMaxLength(6);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(256);
        builder.Property(row => row.Num).HasPrecision(28, 6);
        builder.Property(row => row.Den).HasPrecision(28, 6);
        builder.Property(row => row.Value).HasPrecision(28, 6);
        builder.Property(row => row.Level).HasMaxLength(8);
        builder.HasIndex(row => new { row.OrgNo, row.Ym });
    }
}
