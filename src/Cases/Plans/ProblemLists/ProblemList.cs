using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.ProblemLists;

/// <summary>
/// The problem list of one team for one working week (每周问题清单), as it was when the week began: a document, so its lines are kept with it and a later
/// reader sees what the team saw. History subject "problem-list/{Id}".
/// </summary>
public sealed class ProblemList : Versioned
{
    public long Id { get; set; }

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>The scheme whose team goes by this list; zero for the list of a unit.</summary>
    public long SchemeId { get; set; }

    /// <summary>Monday of the week.</summary>
    public DateOnly Week { get; set; }

    public int Open { get; set; }

    public int Overdue { get; set; }

    public int Confirmed { get; set; }

    public string LinesJson { get; set; } = "[]";

    public DateTime CreatedAt { get; set; }
}

/// <summary>Mapping. A unit, or the team of a scheme, has one list a week.</summary>
public sealed class ProblemListMapping : IEntityTypeConfiguration<ProblemList>
{
    public void Configure(EntityTypeBuilder<ProblemList> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.Property(row => row.OrgPath).HasMaxLength(120);
        builder.HasIndex(row => new { row.OrgNo, row.Week, row.SchemeId }).IsUnique();
        builder.HasIndex(row => new { row.OrgPath, row.Id });
    }
}
