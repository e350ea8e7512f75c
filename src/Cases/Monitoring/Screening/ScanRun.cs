using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>One run of screening rules over one month of one batch.</summary>
public sealed class ScanRun : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>A schedule was due and its month was not loaded: nothing ran, and it runs when the load comes.</summary>
    public const string NoData = "no-data";

    public long Id { get; set; }

    public string Ym { get; set; } = "";

    /// <summary>The day that rules saw as @today.</summary>
    public DateOnly Today { get; set; }

    public long BatchId { get; set; }

    public string State { get; set; } = Running;

    /// <summary>What each theme found; a list of <see cref="ThemeResult"/>.</summary>
    public string ThemesJson { get; set; } = "[]";

    public string StartedBy { get; set; } = "";

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>manual, or schedule.</summary>
    public string Cause { get; set; } = "manual";

    /// <summary>How many themes the run has; with the results so far this is its progress.</summary>
    public int Total { get; set; }

    /// <summary>The theme that runs now.</summary>
    public string? CurrentTheme { get; set; }

    /// <summary>Somebody asked for an end; the run stops before its next statement.</summary>
    public bool CancelAsked { get; set; }

    /// <summary>Host that runs it. A run whose lease is over has lost its host and has failed.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    /// <summary>The warehouse that it ran in; null for the embedded copy.</summary>
    public string? Source { get; set; }

    /// <summary>Why the run as a whole failed, or what its reader should know, as <see cref="Rules.RuleRefusal.Stored"/> writes it.</summary>
    public string? Problem { get; set; }
}

/// <summary>What one theme found in a run, or why it failed.</summary>
/// <param name="Version">Version of the theme that ran.</param>
/// <param name="Error">As <see cref="Rules.RuleRefusal.Stored"/> writes it.</param>
/// <param name="Cleared">Open anomalies of the month that were not found again.</param>
/// <param name="White">Findings that the white list keeps from being dispatched.</param>
/// <param name="Keyless">Rows that named no object and were left out.</param>
public sealed record ThemeResult(string Code, int Found, int New, long DurationMs, string? Error = null, int Version = 0, int Cleared = 0, int White = 0, int Keyless = 0);

/// <summary>Mapping.</summary>
public sealed class ScanRunMapping : IEntityTypeConfiguration<ScanRun>
{
    public void Configure(EntityTypeBuilder<ScanRun> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Ym).HasMaxLength(6);
        builder.Property(run => run.State).HasMaxLength(16);
        builder.Property(run => run.Cause).HasMaxLength(16);
        builder.Property(run => run.CurrentTheme).HasMaxLength(16);
        builder.Property(run => run.Owner).HasMaxLength(64);
        builder.Property(run => run.Source).HasMaxLength(32);
        builder.Property(run => run.Problem).HasMaxLength(500);
        builder.HasIndex(run => run.State);
    }
}
