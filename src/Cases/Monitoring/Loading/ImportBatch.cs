using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>
/// One delivery of marketing data. The newest batch in state "done" is the one in force: setting that state is the switch,
/// so a delivery that fails leaves the last good one standing.
/// </summary>
public sealed class ImportBatch : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>Somebody stopped it; nothing was changed.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The content was in force already; nothing was loaded.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>A load of a warehouse that a run looked at.</summary>
    public const string Seen = "seen";

    public long Id { get; set; }

    public string State { get; set; } = Running;

    /// <summary>SHA-256 over names and contents of all files: the same delivery twice is loaded once.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Latest account month that has bills.</summary>
    public string? Ym { get; set; }

    /// <summary>Latest day of which the data tells anything; rules see it as @today unless a scan says otherwise.</summary>
    public DateOnly? Stamp { get; set; }

    public double Progress { get; set; }

    public long RowsRead { get; set; }

    public long RowsRejected { get; set; }

    public string FilesJson { get; set; } = "[]";

    /// <summary>The first problems; the reject file has all of them.</summary>
    public string ProblemsJson { get; set; } = "[]";

    public string StartedBy { get; set; } = "";

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Null for a delivery of files. Otherwise the warehouse whose load this is: nothing was copied, the row tells what was there.</summary>
    public string? Source { get; set; }

    /// <summary>Newest day of each table, a JSON list of <see cref="Sources.TableDay"/>.</summary>
    public string FreshnessJson { get; set; } = "[]";

    /// <summary>Host that loads it. A load whose lease is over has lost its host and has failed.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.Property(batch => batch.State).HasMaxLength(16);
        builder.Property(batch => batch.Hash).HasMaxLength(64);
        builder.Property(batch => batch.Ym).HasMaxLength(6);
        builder.Property(batch => batch.Source).HasMaxLength(32);
        builder.Property(batch => batch.FreshnessJson).HasDefaultValue("[]");
        builder.Property(batch => batch.Owner).HasMaxLength(64);
        builder.HasIndex(batch => new { batch.State, batch.Id });
    }
}
