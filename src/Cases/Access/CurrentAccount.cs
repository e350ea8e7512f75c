using System.Globalization;
using System.Security.Claims;

namespace CaseMgmt.Cases.Access;

/// <summary>Who asks: read from the claims of the session cookie, so no request pays a database read for it. Scoped; only authorised endpoints may take it.</summary>
public sealed record CurrentAccount(
    long Id, string UserName, string DisplayName, string PersonNo, string OrgNo, string OrgPath, IReadOnlyList<string> Roles, string Language)
{
    /// <summary>What commits and history rows carry as their actor.</summary>
    public string Actor => Id.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<string> Permissions => Access.Roles.PermissionsOfAll(Roles);

    public bool Has(string permission) => permission == Access.Permissions.Session || Permissions.Contains(permission);

    /// <summary>True for rows of the own organisation and below. Anything else does not exist for this account: it is answered with 404.</summary>
    public bool Sees(string orgPath) => orgPath.StartsWith(OrgPath, StringComparison.Ordinal) && OrgPath.Length > 0;

    public static CurrentAccount From(ClaimsPrincipal user) => new(
        long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The request is not signed in."), CultureInfo.InvariantCulture),
        user.FindFirstValue(ClaimTypes.Name) ?? "",
        user.FindFirstValue(AccountClaims.DisplayName) ?? "",
        user.FindFirstValue(AccountClaims.PersonNo) ?? "",
        user.FindFirstValue(AccountClaims.OrgNo) ?? "",
        user.FindFirstValue(AccountClaims.OrgPath) ?? "",
        [.. user.FindAll(ClaimTypes.Role).Select(claim => claim.Value)],
        user.FindFirstValue(AccountClaims.Language) ?? "zh");
}
