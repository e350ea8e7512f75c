using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>
/// One trip of a unit to one place: every open item of that customer, transformer area or line, whichever order carries it. A place has one open visit at a
/// time, so what comes later joins it instead of sending people twice.
/// </summary>
public sealed class Visit : Versioned
{
    public long Id { get; set; }

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>customer, area, line or object.</summary>
    public string Kind { get; set; } = "";

    public string PlaceKey { get; set; } = "";

    /// <summary>Name of the area or line; empty for a customer, whose name is nobody's business here.</summary>
    public string PlaceName { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>When the last of its orders was closed.</summary>
    public DateTime? DoneAt { get; set; }
}

/// <summary>An item of an order on its visit: one visit each.</summary>
public sealed class VisitItem : Versioned
{
    /// <summary>The case item.</summary>
    public long ItemId { get; set; }

    public long VisitId { get; set; }

    public long CaseId { get; set; }

    public string ConsNo { get; set; } = "";
}

/// <summary>Mapping. The unique index is what "one visit" means.</summary>
public sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.OrgNo).HasMaxLength(20);
        builder.Property(row => row.OrgPath).HasMaxLength(128);
        builder.Property(row => row.Kind).HasMaxLength(16);
        builder.Property(row => row.PlaceKey).HasMaxLength(256);
        builder.Property(row => row.PlaceName).HasMaxLength(200);
        builder.HasIndex(row => new { row.OrgPath, row.Kind, row.PlaceKey }).IsUnique().HasFilter("done_at is null");
    }
}

/// <summary>Mapping.</summary>
public sealed class VisitItemMapping : IEntityTypeConfiguration<VisitItem>
{
    public void Configure(EntityTypeBuilder<VisitItem> builder)
    {
        builder.HasKey(row => row.ItemId);
        builder.Property(row => row.ItemId).ValueGeneratedNever();
        builder.Property(row => row.ConsNo).HasMaxLength(256);
        builder.HasIndex(row => row.VisitId);
        builder.HasIndex(row => row.CaseId);
    }
}
