using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Inbox;

/// <summary>
/// One open question to a person: the row behind an inbox line. Written by the commit that opened its bookmark, closed by the commit that burns it,
/// so the inbox is a query and never a second store.
/// </summary>
public sealed class WorkItem : Versioned
{
    /// <summary>Id of the effect that opened it: "{instance}-{sequence}-{index}".</summary>
    public string Id { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public string BookmarkId { get; set; } = "";

    /// <summary>Id of the node in the definition.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>Type of the node: its class holds the guards of the answer.</summary>
    public string ActivityType { get; set; } = "";

    /// <summary>"task/{id}" or "case/{id}".</summary>
    public string Subject { get; set; } = "";

    public string SubjectNumber { get; set; } = "";

    /// <summary>Title of the case or task, for lists and search without a join.</summary>
    public string SubjectTitle { get; set; } = "";

    /// <summary>Organisation path of the case or task itself; <see cref="OrgPath"/> may lie above it.</summary>
    public string UnitPath { get; set; } = "";

    /// <summary>Text of the node: the question.</summary>
    public string Title { get; set; } = "";

    /// <summary>The same in English, as the node says or as its type is called; null on rows of an earlier release.</summary>
    public string? TitleEn { get; set; }

    public string Stage { get; set; } = "";

    public string RoleName { get; set; } = "";

    /// <summary>Accounts with the role whose own organisation path is a prefix of, or equal to, this path see it.</summary>
    public string OrgPath { get; set; } = "";

    public long? AssigneeId { get; set; }

    public string FormKey { get; set; } = "";

    public int FormVersion { get; set; }

    /// <summary>Outcomes a person may choose, as JSON: [{"value":"同意","label":{"zh":"..","en":".."},"commentRequired":true}].</summary>
    public string OutcomesJson { get; set; } = "[]";

    public string Urgency { get; set; } = "normal";

    public DateTime OpenedAt { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>Since when its clock stands still, because the process is suspended; null while it runs.</summary>
    public DateTime? StoppedAt { get; set; }

    /// <summary>open, completed, cancelled.</summary>
    public string State { get; set; } = WorkItemStates.Open;

    public string? Outcome { get; set; }

    public string? Comment { get; set; }

    public string? AnswersJson { get; set; }

    public long? CompletedBy { get; set; }

    public DateTime? CompletedAt { get; set; }
}

/// <summary>States of a work item.</summary>
public static class WorkItemStates
{
    public const string Open = "open";
    public const string Completed = "completed";

    /// <summary>Its bookmark went away without an answer: the instance was cancelled, or its token moved.</summary>
    public const string Cancelled = "cancelled";
}

internal sealed class WorkItemMapping : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).HasMaxLength(200);
        builder.Property(row => row.InstanceId).HasMaxLength(200);
        builder.Property(row => row.BookmarkId).HasMaxLength(200);
        builder.Property(row => row.ActivityId).HasMaxLength(64);
        builder.Property(row => row.ActivityType).HasMaxLength(64);
        builder.Property(row => row.Subject).HasMaxLength(64);
        builder.Property(row => row.SubjectNumber).HasMaxLength(64);
        builder.Property(row => row.SubjectTitle).HasMaxLength(256);
        builder.Property(row => row.UnitPath).HasMaxLength(128);
        builder.Property(row => row.Title).HasMaxLength(256);
        builder.Property(row => row.TitleEn).HasMaxLength(256);
        builder.Property(row => row.Stage).HasMaxLength(32);
        builder.Property(row => row.RoleName).HasMaxLength(32);
        builder.Property(row => row.OrgPath).HasMaxLength(128);
        builder.Property(row => row.FormKey).HasMaxLength(64);
        builder.Property(row => row.Urgency).HasMaxLength(16);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Outcome).HasMaxLength(64);
        builder.Property(row => row.Comment).HasMaxLength(2000);
        builder.HasIndex(row => row.BookmarkId);
        builder.HasIndex(row => row.Subject);
        builder.HasIndex(row => new { row.RoleName, row.DueAt, row.Id }).HasFilter("state = 'open'");
        builder.HasIndex(row => new { row.CompletedBy, row.CompletedAt }).HasFilter("completed_by is not null");
    }
}
