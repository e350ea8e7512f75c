using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Publishing;

/// <summary>What a run over many cases does.</summary>
public static class RunKinds
{
    /// <summary>A version run dry over recorded histories.</summary>
    public const string Replay = "replay";

    /// <summary>Running cases move to another version.</summary>
    public const string Migration = "migration";

    /// <summary>What that would do to each of them; nothing is written to the cases.</summary>
    public const string Rehearsal = "rehearsal";
}

/// <summary>
/// One run over many cases of a lifecycle, started by a person and worked off after the answer: who, what, how far. Its lines say what became of each case.
/// A run whose lease ran out belongs to a process that is gone; it counts as interrupted and may simply be started again.
/// </summary>
public sealed class LifecycleRun : Versioned
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Stopped = "stopped";
    public const string Failed = "failed";
    public const string Interrupted = "interrupted";

    public long Id { get; set; }

    /// <summary>One of <see cref="RunKinds"/>.</summary>
    public string Kind { get; set; } = "";

    public string DefinitionId { get; set; } = "";

    /// <summary>The version that is replayed, or that cases move to.</summary>
    public int ToVersion { get; set; }

    /// <summary>Only cases below this path; those who see the path see the run.</summary>
    public string OrgPath { get; set; } = "";

    /// <summary>What was asked for, as its door wrote it.</summary>
    public string RequestJson { get; set; } = "{}";

    public string State { get; set; } = Running;

    /// <summary>Somebody pressed stop: the worker sees it at its next page.</summary>
    public bool StopRequested { get; set; }

    public DateTime LeaseUntil { get; set; }

    public int Total { get; set; }

    public int Finished { get; set; }

    /// <summary>Number of cases per verdict.</summary>
    public string SummaryJson { get; set; } = "{}";

    /// <summary>Why it failed.</summary>
    public string? Error { get; set; }

    public long StartedBy { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The state for people: a run that nobody works on any more is not running.</summary>
    public string StateAt(DateTime now) => State == Running && LeaseUntil < now ? Interrupted : State;

    internal sealed class Mapping : IEntityTypeConfiguration<LifecycleRun>
    {
        public void Configure(EntityTypeBuilder<LifecycleRun> builder)
        {
            builder.HasKey(row => row.Id);
            builder.Property(row => row.Id).ValueGeneratedNever();
            builder.Property(row => row.Kind).HasMaxLength(16);
            builder.Property(row => row.DefinitionId).HasMaxLength(128);
            builder.Property(row => row.OrgPath).HasMaxLength(128);
            builder.Property(row => row.State).HasMaxLength(16);
            builder.Property(row => row.Error).HasMaxLength(1000);
            builder.HasIndex(row => new { row.DefinitionId, row.Id });
        }
    }
}

/// <summary>What became of one case in a run. Written once.</summary>
public sealed class LifecycleRunLine
{
    public long RunId { get; set; }

    public int Seq { get; set; }

    /// <summary>"case/17" or "task/4".</summary>
    public string Subject { get; set; } = "";

    public string Number { get; set; } = "";

    /// <summary>One word of the run's kind, for filters: moved, refused, same, other-way, ...</summary>
    public string Verdict { get; set; } = "";

    public string DetailJson { get; set; } = "{}";

    internal sealed class Mapping : IEntityTypeConfiguration<LifecycleRunLine>
    {
        public void Configure(EntityTypeBuilder<LifecycleRunLine> builder)
        {
            builder.HasKey(row => new { row.RunId, row.Seq });
            builder.Property(row => row.Subject).HasMaxLength(64);
            builder.Property(row => row.Number).HasMaxLength(64);
            builder.Property(row => row.Verdict).HasMaxLength(32);
        }
    }
}
