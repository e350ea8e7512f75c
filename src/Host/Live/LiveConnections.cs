using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Host.Live;

/// <summary>
/// The open connections of this host by account. A connection is let in once and would live on after its account was disabled or got another password;
/// so it is closed then. Whoever still has a valid session connects again by itself.
/// </summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<string, (string Account, HubCallerContext Connection)> open = new(StringComparer.Ordinal);

    public void Opened(string accountGroup, HubCallerContext connection) => open[connection.ConnectionId] = (accountGroup, connection);

    public void Closed(HubCallerContext connection) => open.TryRemove(connection.ConnectionId, out _);

    public void CloseAllOf(string accountGroup)
    {
        foreach (var (account, connection) in open.Values.Where(each => each.Account == accountGroup))
        {
            connection.Abort();
        }
    }
}
