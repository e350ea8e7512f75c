using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Instances;
using CaseMgmt.Designer.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace CaseMgmt.Designer.Live;

/// <summary>
/// The hub that Studio's viewer opens while an instance runs. A connection hears of the instances it asked for and may see; of others it hears nothing,
/// exactly as of those that do not exist. Every message is a hint upon which the viewer reads again through the ordinary interface.
/// </summary>
public sealed class WorkflowInstanceHub(CaseDbContext db, WatchedInstances watched) : Hub
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapHub<WorkflowInstanceHub>("/elsa/hubs/workflow-instance")
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead))
        .Add(endpoint => endpoint.RequestDelegate = SameOriginOnly(endpoint.RequestDelegate!));

    /// <summary>Called by the viewer, by this name.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        if (await VisibleInstances.FindAsync(db, CurrentAccount.From(Context.User!), instanceId, Context.ConnectionAborted) is { } row)
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, WatchedInstances.GroupOf(row.Id));
            watched.Add(Context.ConnectionId, row);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watched.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    // A WebSocket carries the cookie from any page and no header of ours: its origin is what tells our pages from others.
    private static RequestDelegate SameOriginOnly(RequestDelegate inner) => context =>
    {
        if (StudioApi.IsSameOrigin(context.Request))
        {
            return inner(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    };
}
