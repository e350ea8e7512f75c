using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.ThemeTree;

/// <summary>
/// One node of the three-level tree of business classes (业务类), items (业务项) and sub-items (业务子项). A sub-item names the themes that watch it.
/// History subject "theme-tree".
/// </summary>
public sealed class ThemeNode : Versioned
{
    public const int Levels = 3;

    /// <summary>Code of the node, the key: "01", "0101", "010101".</summary>
    public string Code { get; set; } = "";

    public string? ParentCode { get; set; }

    /// <summary>1 class, 2 item, 3 sub-item.</summary>
    public int Level { get; set; }

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>Codes of the themes with commas; sub-items only.</summary>
    public string Themes { get; set; } = "";

    public int Sort { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class ThemeNodeMapping : IEntityTypeConfiguration<ThemeNode>
{
    public void Configure(EntityTypeBuilder<ThemeNode> builder)
    {
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(16);
        builder.Property(row => row.ParentCode).HasMaxLength(16);
        builder.Property(row => row.NameZh).HasMaxLength(100);
        builder.Property(row => row.NameEn).HasMaxLength(200);
        builder.Property(row => row.Themes).HasMaxLength(1000);
        builder.HasIndex(row => row.ParentCode);
    }
}
