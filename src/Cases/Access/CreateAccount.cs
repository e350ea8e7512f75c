using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Access;

/// <summary>POST /api/accounts: an administrator makes an account inside the own organisation.</summary>
public static class CreateAccount
{
    public sealed record Request(string? UserName, string? DisplayName, string? PersonNo, string? OrgNo, IReadOnlyList<string>? Roles, string? Password);

    public sealed record Made(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/accounts", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AccountManage)).WithName("accounts.create");

    private static async Task<IResult> HandleAsync(
        Request request, CaseDbContext db, CurrentAccount me, AccountRows rows, CommitDoor door, HttpContext context, CancellationToken cancellation)
    {
        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgNo == request.OrgNo && org.OrgPath.StartsWith(me.OrgPath)).ToListAsync(cancellation);
        var (account, wrong) = await AddAsync(request, orgs.FirstOrDefault(), rows, door, me.Actor, cancellation);
        return account is not null
            ? Results.Created($"/api/accounts/{account.Id}", new Made(account.Id))
            : Problem.Unprocessable("account-invalid", string.Join("; ", wrong.Select(key => Texts.Get(Texts.LanguageOf(context), key))));
    }

    /// <summary>Checks and writes one account; shared with the bulk import. Without an account, the keys of what is wrong.</summary>
    public static async Task<(Account? Account, IReadOnlyList<string> Wrong)> AddAsync(
        Request request, OrgUnit? org, AccountRows rows, CommitDoor door, string actor, CancellationToken cancellation)
    {
        var wrong = AccountRules.Check(request.UserName, request.DisplayName, request.PersonNo, org, request.Roles, request.Password);
        if (wrong.Count > 0)
        {
            return (null, wrong);
        }

        var account = rows.Make(request.UserName!, request.DisplayName!.Trim(), request.PersonNo!.Trim(), org!, request.Password!);
        var added = await door.RunAsync(actor, session => AccountRows.AddAsync(session, account, request.Roles!), cancellation);
        return added ? (account, []) : (null, ["account.user-name-taken"]);
    }
}
