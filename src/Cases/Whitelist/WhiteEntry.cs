using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>States of a white-list application (白名单申请).</summary>
public static class WhiteStates
{
    public const string Applied = "applied";
    public const string Reviewed = "reviewed";
    public const string Effective = "effective";
    public const string Rejected = "rejected";
    public const string Expired = "expired";
    public const string Cancelled = "cancelled";
}

/// <summary>
/// One object that one theme leaves in peace for a while: never a whole unit, never a whole theme. Applied for, reviewed by the county, approved above it,
/// each by another person. Its anomalies are still stored and counted, flagged and not dispatched. History subject "white/{Id}".
/// </summary>
public sealed class WhiteEntry : Versioned
{
    /// <summary>暂时无法整改: at most six months, renewed once.</summary>
    public const string CannotFix = "cannot-fix";

    /// <summary>正常现象: at most twelve months, renewable.</summary>
    public const string Normal = "normal";

    public long Id { get; set; }

    public string Number { get; set; } = "";

    public string Type { get; set; } = Normal;

    public string ThemeCode { get; set; } = "";

    public string ObjKey { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>The anomaly that it was applied for.</summary>
    public long AnomalyId { get; set; }

    /// <summary>Level of the theme: it decides how high the approval must come from.</summary>
    public string Level { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>Plan of the correction, or proof that it is normal (clause, policy, photo).</summary>
    public string Proof { get; set; } = "";

    public DateOnly? FixDate { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly ValidTo { get; set; }

    public int Renewals { get; set; }

    public string State { get; set; } = WhiteStates.Applied;

    public string AppliedBy { get; set; } = "";

    public string AppliedByPerson { get; set; } = "";

    public DateTime AppliedAt { get; set; }

    public string? ReviewedByPerson { get; set; }

    public string? ApprovedByPerson { get; set; }

    /// <summary>Why it was rejected, returned or cancelled; "changed" and "worse" when the data did it.</summary>
    public string? EndReason { get; set; }

    public DateTime? EndedAt { get; set; }

    public DateTime? RemindedAt { get; set; }

    /// <summary>Metric at the approval; half as much again cancels the entry.</summary>
    public decimal Metric { get; set; }

    /// <summary>Capacity, price, meter and address of the object at the approval, as one text.</summary>
    public string ObjectPrint { get; set; } = "";
}

/// <summary>Mapping.</summary>
public sealed class WhiteEntryMapping : IEntityTypeConfiguration<WhiteEntry>
{
    public void Configure(EntityTypeBuilder<WhiteEntry> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(40);
        builder.Property(row => row.Type).HasMaxLength(16);
        builder.Property(row => row.ThemeCode).HasMaxLength(16);
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.Property(row => row.Level).HasMaxLength(8);
        builder.Property(row => row.Reason).HasMaxLength(1000);
        builder.Property(row => row.Proof).HasMaxLength(2000);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.AppliedBy).HasMaxLength(64);
        builder.Property(row => row.AppliedByPerson).HasMaxLength(64);
        builder.Property(row => row.ReviewedByPerson).HasMaxLength(64);
        builder.Property(row => row.ApprovedByPerson).HasMaxLength(64);
        builder.Property(row => row.EndReason).HasMaxLength(500);
        builder.Property(row => row.Metric).HasPrecision(24, 6);
        builder.Property(row => row.ObjectPrint).HasMaxLength(2000);
        builder.HasIndex(row => new { row.ThemeCode, row.ObjKey, row.State });
        builder.HasIndex(row => new { row.State, row.ValidTo });
    }
}
