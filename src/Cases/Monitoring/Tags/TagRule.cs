using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Monitoring.Tags;

/// <summary>A mark on objects (稽查标签) and the rule that sets it; the rule has the shape of a screening rule. History subject "tag/{Code}".</summary>
public sealed class TagRule : Versioned
{
    public string Code { get; set; } = "";

    public string NameZh { get; set; } = "";

    public string NameEn { get; set; } = "";

    /// <summary>What it adds to the risk score, 0 to 20.</summary>
    public int Weight { get; set; }

    public string RuleSql { get; set; } = "";

    public bool Enabled { get; set; } = true;

    /// <summary>Objects that carry it since the last run.</summary>
    public int Objects { get; set; }

    /// <summary>The batch of data that the marks come from.</summary>
    public long? BatchId { get; set; }

    /// <summary>Why the last run failed, as <see cref="Rules.RuleRefusal.Stored"/> writes it; null when it did not.</summary>
    public string? Error { get; set; }
}

/// <summary>An object that carries a tag.</summary>
public sealed class ObjectTag : Versioned
{
    public string TagCode { get; set; } = "";

    public string ObjKey { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public DateTime Since { get; set; }
}

/// <summary>Mapping.</summary>
public sealed class TagRuleMapping : IEntityTypeConfiguration<TagRule>
{
    public void Configure(EntityTypeBuilder<TagRule> builder)
    {
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(24);
        builder.Property(row => row.NameZh).HasMaxLength(60);
        builder.Property(row => row.NameEn).HasMaxLength(100);
        builder.Property(row => row.Error).HasMaxLength(500);
    }
}

/// <summary>Mapping.</summary>
public sealed class ObjectTagMapping : IEntityTypeConfiguration<ObjectTag>
{
    public void Configure(EntityTypeBuilder<ObjectTag> builder)
    {
        builder.HasKey(row => new { row.TagCode, row.ObjKey });
        builder.Property(row => row.TagCode).HasMaxLength(24);
        builder.Property(row => row.ObjKey).HasMaxLength(256);
        builder.Property(row => row.OrgNo).HasMaxLength(16);
        builder.HasIndex(row => row.ObjKey);
    }
}
