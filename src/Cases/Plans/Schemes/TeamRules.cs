namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>Who may make up the team of a scheme. Pure.</summary>
public static class TeamRules
{
    public const int MostMembers = 60;

    /// <summary>Nobody goes to a customer alone: two inspectors at least.</summary>
    public const int FewestOnSite = 2;

    /// <summary>Why this is no team, null when it is one or is empty.</summary>
    /// <param name="units">The units that the scheme audits.</param>
    public static string? Refuse(IReadOnlyList<WriteMembers.Member>? members, IReadOnlyList<string> units) =>
        members is null or { Count: > MostMembers } || members.Any(member => !MemberRoles.All.Contains(member.Role)) ? "scheme-members"
        : members.DistinctBy(member => member.AccountId).Count() < members.Count ? "scheme-member-twice"
        : members.Count(member => member.Role == MemberRoles.Leader) > 1 ? "scheme-leader"
        : members.SelectMany(member => member.Units ?? []).Any(unit => !units.Contains(unit)) ? "scheme-member-units"
        : null;

    public static bool MayChange(string state) => state is SchemeStates.Draft or SchemeStates.Approved or SchemeStates.InForce;

    /// <summary>Why a scheme of this type cannot be put forward with this team, null when it can: somebody answers for it, and whoever inspects at a customer's is not alone.</summary>
    public static string? RefuseSubmit(string type, IReadOnlyCollection<SchemeMember> team) =>
        team.Count(member => member.Role == MemberRoles.Leader) != 1 ? "scheme-leader"
        : type == "onsite" && team.Count(Inspects) < FewestOnSite ? "scheme-two"
        : null;

    /// <summary>The part of a team that goes to a unit; who has no units of their own goes everywhere. Leaders first.</summary>
    public static IReadOnlyList<SchemeMember> For(IEnumerable<SchemeMember> team, Func<string, bool> covers) =>
    [
        .. team.Where(member => member.Units.Length == 0 || Words.Split(member.Units).Any(covers))
            .OrderBy(member => MemberRoles.All.ToList().IndexOf(member.Role)).ThenBy(member => member.AccountId),
    ];

    private static bool Inspects(SchemeMember member) => member.Role != MemberRoles.Recorder && member.Role != MemberRoles.Adviser;
}
