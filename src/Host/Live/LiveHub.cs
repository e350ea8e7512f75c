using System.Globalization;
using CaseMgmt.Cases.Access;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Host.Live;

/// <summary>
/// Server to client only: "changed" with a topic. It is a hint, the client fetches again through the ordinary, guarded interface.
/// A connection joins the groups of its account and of its organisation; a change in an organisation is sent to the groups of it and of all above it.
/// </summary>
public sealed class LiveHub(LiveConnections connections) : Hub
{
    public static string AccountGroup(long id) => "account/" + id.ToString(CultureInfo.InvariantCulture);

    public static string OrgGroup(string orgPath) => "org" + orgPath;

    public override async Task OnConnectedAsync()
    {
        var me = CurrentAccount.From(Context.User!);
        await Groups.AddToGroupAsync(Context.ConnectionId, AccountGroup(me.Id));
        await Groups.AddToGroupAsync(Context.ConnectionId, OrgGroup(me.OrgPath));
        connections.Opened(AccountGroup(me.Id), Context);
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Closed(Context);
        return base.OnDisconnectedAsync(exception);
    }
}
