using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Schedules;

/// <summary>
/// When a theme is screened by itself. The row is the truth: the job that claims due rows is only a wake-up, and a host that dies while it runs loses its
/// claim when the lease is over. History subject "theme/{ThemeCode}".
/// </summary>
public sealed class ScanSchedule : Versioned
{
    public string ThemeCode { get; set; } = "";

    /// <summary>day, week, month, quarter.</summary>
    public string Frequency { get; set; } = "month";

    /// <summary>Day of the week 1 to 7, or the number of the working day of the month or quarter; unused for daily.</summary>
    public int Day { get; set; } = 1;

    /// <summary>Minutes after local midnight.</summary>
    public int Minute { get; set; } = 120;

    /// <summary>Daily and weekly runs that fall on a day off wait for the next working day.</summary>
    public bool WorkingDaysOnly { get; set; }

    public bool Enabled { get; set; } = true;

    public DateTime NextDueAt { get; set; }

    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public long? LastRunId { get; set; }

    public DateTime? LastDueAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ScanScheduleMapping : IEntityTypeConfiguration<ScanSchedule>
{
    public void Configure(EntityTypeBuilder<ScanSchedule> builder)
    {
        builder.HasKey(row => row.ThemeCode);
        builder.Property(row => row.ThemeCode).HasMaxLength(16);
        builder.Property(row => row.Frequency).HasMaxLength(16);
        builder.Property(row => row.Owner).HasMaxLength(64);
        builder.HasIndex(row => new { row.Enabled, row.NextDueAt });
    }
}
