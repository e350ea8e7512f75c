using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Notifications;

/// <summary>Writes notifications inside the commit that causes them, so that a person is told exactly when it really happened.</summary>
public sealed class NotificationRows(Ids ids)
{
    /// <summary>Tells these accounts.</summary>
    public async ValueTask AddAsync(CommitSession session, IEnumerable<long> accountIds, string kind, IReadOnlyList<string> args, string subject)
    {
        var argsJson = JsonSerializer.Serialize(args);
        foreach (var accountId in accountIds.Distinct())
        {
            await session.InsertAsync(new Notification { Id = ids.Next(), AccountId = accountId, Kind = kind, ArgsJson = argsJson, Subject = subject, At = session.Now });
            session.Announce(Topics.To(accountId, Topics.Notifications));
        }
    }

    /// <summary>Tells whoever has the role for this place in the organisation: exactly those who see its work items.</summary>
    public async ValueTask AddAsync(CommitSession session, string role, string orgPath, string kind, IReadOnlyList<string> args, string subject) =>
        await AddAsync(session, await HoldersAsync(session, role, orgPath), kind, args, subject);

    /// <summary>Enabled accounts with the role in the organisation or above it.</summary>
    public static async ValueTask<IReadOnlyList<long>> HoldersAsync(CommitSession session, string role, string orgPath)
    {
        var above = OrgPaths.SelfAndAbove(orgPath);
        var holes = string.Join(", ", above.Select((_, index) => $"{{{index + 1}}}"));
        var where = FormattableStringFactory.Create(
            $"disabled = {{{above.Count + 1}}} and org_path in ({holes}) and id in (select user_id from asp_net_user_roles where role_id = {{0}})",
            [Roles.IdOf(role), .. above, false]);
        return [.. (await session.QueryAsync<Account>(where)).Select(account => account.Id)];
    }
}
