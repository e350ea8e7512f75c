using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>States of a theme version, in the order of its life.</summary>
public static class ThemeStates
{
    public const string Draft = "draft";         // 编制
    public const string Tested = "tested";       // 已试运行
    public const string Submitted = "submitted"; // 待审核
    public const string Approved = "approved";   // 已审核，自生效日起生效
    public const string Retired = "retired";     // 注销
}

/// <summary>
/// One version of a screening theme. Files ship, these rows run: a version that was approved is never edited, a change is the next number.
/// History subject "theme/{Code}".
/// </summary>
public sealed class ThemeVersion : Versioned
{
    public const string Shipped = "shipped";
    public const string Own = "own";

    public long Id { get; set; }

    public string Code { get; set; } = "";

    public int Number { get; set; }

    public string State { get; set; } = ThemeStates.Draft;

    /// <summary>"shipped" for a file of the product, "own" for a change of the site.</summary>
    public string Origin { get; set; } = Own;

    /// <summary>SHA-256 of the canonical content without its number: the same content is the same version, wherever it comes from.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>The theme as in its file; members that this build does not know are kept.</summary>
    public string ContentJson { get; set; } = "{}";

    /// <summary>Why the version was made; asked for whenever a person makes one.</summary>
    public string? ChangeReason { get; set; }

    /// <summary>Result of the last test run of exactly this content, null after an edit.</summary>
    public string? TestJson { get; set; }

    /// <summary>Staff number of who wrote it: the approver must be another person, not only another account.</summary>
    public string WrittenByPerson { get; set; } = "";

    public string WrittenBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public string? ApprovedBy { get; set; }

    public DateTime? ApprovedAt { get; set; }

    /// <summary>First business day on which scans use it; set by the approval.</summary>
    public DateOnly? EffectiveFrom { get; set; }

    public DateTime? RetiredAt { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ThemeVersionMapping : IEntityTypeConfiguration<ThemeVersion>
{
    public void Configure(EntityTypeBuilder<ThemeVersion> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.State).HasMaxLength(16);
        builder.Property(row => row.Origin).HasMaxLength(16);
        builder.Property(row => row.ContentHash).HasMaxLength(64);
        builder.Property(row => row.ChangeReason).HasMaxLength(1000);
        builder.Property(row => row.WrittenByPerson).HasMaxLength(64);
        builder.Property(row => row.WrittenBy).HasMaxLength(64);
        builder.Property(row => row.ApprovedBy).HasMaxLength(64);
        builder.HasIndex(row => new { row.Code, row.Number }).IsUnique();
        builder.HasIndex(row => new { row.State, row.Code });
    }
}
