using System.Security.Claims;
using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CaseMgmt.Cases.Access;

/// <summary>Puts what every request needs to know of an account into its cookie. Refreshed with the security stamp, at most ten seconds after a change.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, CaseDbContext db)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string DisplayName = "display_name";
    public const string PersonNo = "person_no";
    public const string OrgNo = "org_no";
    public const string OrgPath = "org_path";
    public const string Language = "lang";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims([
            new(DisplayName, user.DisplayName), new(PersonNo, user.PersonNo), new(OrgNo, user.OrgNo),
            new(OrgPath, user.OrgPath), new(Language, user.Language)]);
        var roles = await db.UserRoles.Where(link => link.UserId == user.Id)
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync();
        identity.AddClaims(roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return identity;
    }
}
