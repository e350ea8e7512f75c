using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Libraries;

/// <summary>An entry of the hazard library (隐患问题库, form YH): a confirmed problem, its root cause and what will be done about it.</summary>
public sealed class Hazard : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "YH-37030601-202606-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string Specialty { get; set; } = "";

    public string RootCause { get; set; } = "";

    /// <summary>Markdown; rendered without raw HTML.</summary>
    public string BodyMd { get; set; } = "";

    /// <summary>The case it came from; one entry per case.</summary>
    public long CaseId { get; set; }

    public string OrgPath { get; set; } = "";

    /// <summary>new 新增, treating 治理中, verifying 验证, closed 关闭.</summary>
    public string Status { get; set; } = "new";

    public DateTime CreatedAt { get; set; }
}

internal sealed class HazardMapping : IEntityTypeConfiguration<Hazard>
{
    public void Configure(EntityTypeBuilder<Hazard> builder)
    {
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Number).HasMaxLength(64);
        builder.Property(row => row.Title).HasMaxLength(256);
        builder.Property(row => row.Specialty).HasMaxLength(64);
        builder.Property(row => row.RootCause).HasMaxLength(200);
        builder.Property(row => row.OrgPath).HasMaxLength(128);
        builder.Property(row => row.Status).HasMaxLength(16);
        builder.HasIndex(row => row.Number).IsUnique();
        builder.HasIndex(row => row.CaseId).IsUnique();
        builder.HasIndex(row => new { row.OrgPath, row.Id });
    }
}
