using Microsoft.AspNetCore.Identity;

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
