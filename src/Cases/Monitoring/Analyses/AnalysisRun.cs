using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Analyses;

/// <summary>
/// A calculation over marketing data that takes longer than a request may: a test run or backtest of a theme version, a computation of indicators. The row says how
/// far it is, keeps the result, and can be asked to stop. It stores nothing else of the domain before its end.
/// </summary>
public sealed class AnalysisRun : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    public long Id { get; set; }

    /// <summary>trial, backtest, indicators.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it is about: "theme/DJ-01/3", "indicators/202605".</summary>
    public string Subject { get; set; } = "";

    public string State { get; set; } = Running;

    public int DoneSteps { get; set; }

    public int TotalSteps { get; set; }

    /// <summary>What is worked on now: a month, an indicator.</summary>
    public string? Step { get; set; }

    public string? ResultJson { get; set; }

    /// <summary>Why it failed, as a problem whose texts are made when it is read.</summary>
    public string? ProblemJson { get; set; }

    /// <summary>Whose rows the result shows; only accounts that see this place may read it.</summary>
    public string OrgPath { get; set; } = "";

    public string StartedBy { get; set; } = "";

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public bool CancelAsked { get; set; }

    /// <summary>Host that works on it; when the lease is over, the host is gone and the run has failed.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class AnalysisRunMapping : IEntityTypeConfiguration<AnalysisRun>
{
    public void Configure(EntityTypeBuilder<AnalysisRun> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.Subject).HasMaxLength(64);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Step).HasMaxLength(64);
        builder.Property(row => row.OrgPath).HasMaxLength(256);
        builder.Property(row => row.StartedBy).HasMaxLength(64);
        builder.Property(row => row.Owner).HasMaxLength(64);
        builder.HasIndex(row => new { row.State, row.Id });
        builder.HasIndex(row => new { row.Kind, row.Subject, row.Id });
    }
}
