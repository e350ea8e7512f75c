using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Evidence;

/// <summary>A file that proves something about a case. Append-only: evidence is never changed and never removed. The bytes lie in the evidence folder under their hash.</summary>
public sealed class EvidenceFile
{
    public long Id { get; set; }

    public long CaseId { get; set; }

    /// <summary>Node of the definition that was waiting for a person when the file came; null between steps.</summary>
    public string? ActivityId { get; set; }

    public string FileName { get; set; } = "";

    /// <summary>From the content, never from what the browser claimed.</summary>
    public string ContentType { get; set; } = "";

    public long Size { get; set; }

    /// <summary>Lower-case hexadecimal; also in the history row, so that a changed file is found out.</summary>
    public string Sha256 { get; set; } = "";

    public long UploadedBy { get; set; }

    public DateTime UploadedAt { get; set; }

    /// <summary>Where the photo was taken, as the device said; null if it did not.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public DateTime? TakenAt { get; set; }
}

/// <summary>Mapping of <see cref="EvidenceFile"/>.</summary>
public sealed class EvidenceFileMapping : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.ActivityId).HasMaxLength(100);
        builder.Property(file => file.FileName).HasMaxLength(200);
        builder.Property(file => file.ContentType).HasMaxLength(100);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.HasIndex(file => file.CaseId);
    }
}
