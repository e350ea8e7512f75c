using System.Text.Json.Nodes;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Identity;

namespace CaseMgmt.Cases.Access;

/// <summary>
/// Writes accounts inside a commit, with their history row. Passwords are hashed before the commit opens: hashing takes fifty milliseconds on purpose,
/// and nobody may hold the writer that long.
/// </summary>
public sealed class AccountRows(Ids ids, IPasswordHasher<Account> hasher)
{
    public Account Make(string userName, string displayName, string personNo, OrgUnit org, string password)
    {
        var account = new Account
        {
            Id = ids.Next(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = displayName,
            PersonNo = personNo,
            OrgNo = org.OrgNo,
            OrgPath = org.OrgPath,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("n"),
        };
        account.PasswordHash = hasher.HashPassword(account, password);
        return account;
    }

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);

    /// <summary>Inserts the account with its roles. False if the name is taken.</summary>
    public static async ValueTask<bool> AddAsync(CommitSession session, Account account, IReadOnlyList<string> roles)
    {
        if ((await session.QueryAsync<Account>($"normalized_user_name = {account.NormalizedUserName}")).Count > 0)
        {
            return false;
        }

        await session.InsertAsync(account);
        await InsertRolesAsync(session, account.Id, roles);
        await session.AppendHistoryAsync(Subject(account.Id), "account.created",
            new JsonObject { ["orgNo"] = account.OrgNo, ["roles"] = Json(roles) },
            new Dictionary<string, string> { ["userName"] = account.UserName!, ["displayName"] = account.DisplayName, ["personNo"] = account.PersonNo });
        return true;
    }

    public static async ValueTask ReplaceRolesAsync(CommitSession session, long accountId, IReadOnlyList<string> roles)
    {
        await session.ExecuteAsync($"delete from asp_net_user_roles where user_id = {accountId}");
        await InsertRolesAsync(session, accountId, roles);
    }

    /// <summary>Changes the account as it stands inside the commit and ends its open sessions.</summary>
    public static async ValueTask<bool> ChangeAsync(CommitSession session, long accountId, string kind, JsonObject data, Action<Account> change, bool endSessions = true)
    {
        var account = await session.FindAsync<Account>(accountId);
        if (account is null)
        {
            return false;
        }

        change(account);
        account.ConcurrencyStamp = Guid.NewGuid().ToString("n");
        if (endSessions)
        {
            account.SecurityStamp = Guid.NewGuid().ToString("n");
            session.Announce(Topics.To(accountId, Topics.SessionsEnded));
        }

        await session.UpdateAsync(account);
        await session.AppendHistoryAsync(Subject(accountId), kind, data);
        return true;
    }

    public static string Subject(long accountId) => $"account/{accountId}";

    internal static JsonArray Json(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static async ValueTask InsertRolesAsync(CommitSession session, long accountId, IReadOnlyList<string> roles)
    {
        foreach (var role in roles.Distinct())
        {
            await session.InsertAsync(new IdentityUserRole<long> { UserId = accountId, RoleId = Roles.IdOf(role) });
        }
    }
}
