using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Forms;

/// <summary>States of a form version.</summary>
public static class FormStates
{
    public const string Draft = "draft";

    /// <summary>Its author asked for publication; an edit takes it back to draft.</summary>
    public const string Review = "review";

    public const string Published = "published";
}

/// <summary>
/// One version of a form. Published rows are never changed: work items name key and version, so an answer keeps the form it was given to.
/// At most one row of a form is not published. History subject "form/{FormKey}".
/// </summary>
public sealed class FormRow : Versioned
{
    public string FormKey { get; set; } = "";

    public int FormVersion { get; set; }

    /// <summary>SHA-256 over canonical JSON without the version number; hexadecimal.</summary>
    public string ContentHash { get; set; } = "";

    /// <summary>The Chinese title, for lists that do not read the JSON.</summary>
    public string Title { get; set; } = "";

    /// <summary>The form as its file holds it.</summary>
    public string Json { get; set; } = "{}";

    /// <summary>draft, review, published.</summary>
    public string State { get; set; } = FormStates.Draft;

    public string CreatedBy { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public long? RequestedBy { get; set; }

    /// <summary>Staff number of who asked: persons are compared, not accounts.</summary>
    public string? RequestedByPerson { get; set; }

    public DateTime? RequestedAt { get; set; }

    public long? DecidedBy { get; set; }

    /// <summary>What the second person said.</summary>
    public string? Comment { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormRow>
    {
        public void Configure(EntityTypeBuilder<FormRow> builder)
        {
            builder.HasKey(row => new { row.FormKey, row.FormVersion });
            builder.Property(row => row.FormKey).HasMaxLength(64);
            builder.Property(row => row.ContentHash).HasMaxLength(64);
            builder.Property(row => row.Title).HasMaxLength(256);
            builder.Property(row => row.State).HasMaxLength(16);
            builder.Property(row => row.CreatedBy).HasMaxLength(64);
            builder.Property(row => row.RequestedByPerson).HasMaxLength(64);
            builder.Property(row => row.Comment).HasMaxLength(2000);
        }
    }
}
