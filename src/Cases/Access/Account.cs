using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseMgmt.Cases.Access;

/// <summary>A sign-in. Several accounts may belong to one person; separation of duties compares persons.</summary>
public sealed class Account : IdentityUser<long>
{
    public string DisplayName { get; set; } = "";

    /// <summary>Staff number of the person behind the account (工号).</summary>
    public string PersonNo { get; set; } = "";

    public string OrgNo { get; set; } = "";

    /// <summary>Path of the organisation, for example "/37/3703/370306/": everything the account sees starts with it.</summary>
    public string OrgPath { get; set; } = "";

    public bool Disabled { get; set; }

    /// <summary>"zh" or "en".</summary>
    public string Language { get; set; } = "zh";
}

/// <summary>A role of <see cref="Roles"/>, stored by Identity.</summary>
public sealed class Role : IdentityRole<long>;

/// <summary>Mapping of <see cref="Account"/>. Ids come from the product's own counter, so that the row and its history land in one commit.</summary>
public sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.DisplayName).HasMaxLength(100);
        builder.Property(account => account.PersonNo).HasMaxLength(40);
        builder.Property(account => account.OrgNo).HasMaxLength(20);
        builder.Property(account => account.OrgPath).HasMaxLength(120);
        builder.Property(account => account.Language).HasMaxLength(5);
        builder.HasIndex(account => account.OrgPath);
    }
}

/// <summary>Mapping of <see cref="Role"/>. The roles are part of the product, so the schema brings them.</summary>
public sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder) =>
        builder.HasData(Roles.Ordered.Select((name, index) => new Role
        {
            Id = index + 1,
            Name = name,
            NormalizedName = name.ToUpperInvariant(),
            ConcurrencyStamp = name,
        }));
}
