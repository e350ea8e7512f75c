using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>What somebody does in the team of a scheme.</summary>
public static class MemberRoles
{
    public const string Leader = "leader";
    public const string Deputy = "deputy";
    public const string Inspector = "inspector";
    public const string Recorder = "recorder";
    public const string Adviser = "adviser";

    /// <summary>In the order in which a team is named: 组长, 副组长, 稽查员, 记录员, 专业顾问.</summary>
    public static readonly IReadOnlyList<string> All = [Leader, Deputy, Inspector, Recorder, Adviser];
}

/// <summary>One person of the team that carries a scheme out. A change of the team is in the history of the scheme.</summary>
public sealed class SchemeMember : Versioned
{
    public long SchemeId { get; set; }

    public long AccountId { get; set; }

    /// <summary>One of <see cref="MemberRoles"/>.</summary>
    public string Role { get; set; } = MemberRoles.Inspector;

    /// <summary>Organisation numbers of the scheme that this person goes to, with commas; empty means all of them.</summary>
    public string Units { get; set; } = "";
}

/// <summary>Mapping. Somebody is in a team once.</summary>
public sealed class SchemeMemberMapping : IEntityTypeConfiguration<SchemeMember>
{
    public void Configure(EntityTypeBuilder<SchemeMember> builder)
    {
        builder.HasKey(row => new { row.SchemeId, row.AccountId });
        builder.Property(row => row.Role).HasMaxLength(16);
        builder.Property(row => row.Units).HasMaxLength(2000);
        builder.HasIndex(row => row.AccountId);
    }
}
