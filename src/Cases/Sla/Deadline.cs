using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Sla;

/// <summary>One instant at which something happens to an open work item: a row, never a timer in memory. Written with the work item, cancelled with it.</summary>
public sealed class Deadline : Versioned
{
    public const string Pending = "pending";
    public const string Fired = "fired";
    public const string Cancelled = "cancelled";

    /// <summary>Its clock stands still; it is pending again, at a later time, when the process goes on.</summary>
    public const string Stopped = "stopped";

    public long Id { get; set; }

    public string WorkItemId { get; set; } = "";

    public string Subject { get; set; } = "";

    /// <summary>Step of the ladder: reminder, warning, overdue, escalated, supervise-3, ...</summary>
    public string Step { get; set; } = "";

    /// <summary>"answerer" or roles, with commas.</summary>
    public string SendTo { get; set; } = "answerer";

    public int Level { get; set; }

    public DateTime DueAt { get; set; }

    public string State { get; set; } = Pending;

    /// <summary>Who is firing it, and until when nobody else may try.</summary>
    public string? Owner { get; set; }

    public DateTime? LeaseUntil { get; set; }

    public DateTime? FiredAt { get; set; }
}

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.WorkItemId).HasMaxLength(200);
        builder.Property(row => row.Subject).HasMaxLength(64);
        builder.Property(row => row.Step).HasMaxLength(32);
        builder.Property(row => row.SendTo).HasMaxLength(200);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Owner).HasMaxLength(64);
        builder.HasIndex(row => row.DueAt).HasFilter("state = 'pending'");
        builder.HasIndex(row => row.WorkItemId);
    }
}
