using CaseMgmt.Workflows.Storage;

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
