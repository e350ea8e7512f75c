using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Access;

/// <summary>A supply organisation (供电单位), copied from the marketing data's org table at import; accounts and cases hang on it.</summary>
public sealed class OrgUnit : Versioned
{
    public string OrgNo { get; set; } = "";

    public string Name { get; set; } = "";

    public string? ParentOrgNo { get; set; }

    /// <summary>Path from the root, for example "/37/3703/370306/37030601/". A subtree is a prefix.</summary>
    public string OrgPath { get; set; } = "";

    /// <summary>1 province, 2 city, 3 county, 4 station, 5 team.</summary>
    public int Level { get; set; }
}

/// <summary>Mapping of <see cref="OrgUnit"/>.</summary>
public sealed class OrgUnitMapping : IEntityTypeConfiguration<OrgUnit>
{
    public void Configure(EntityTypeBuilder<OrgUnit> builder)
    {
        builder.HasKey(org => org.OrgNo);
        builder.Property(org => org.OrgNo).HasMaxLength(20);
        builder.Property(org => org.Name).HasMaxLength(200);
        builder.Property(org => org.ParentOrgNo).HasMaxLength(20);
        builder.Property(org => org.OrgPath).HasMaxLength(120);
        builder.HasIndex(org => org.OrgPath);
    }
}
