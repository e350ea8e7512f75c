using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Notifications;

/// <summary>POST /api/notifications/read: these lines, or all of the reader. Ids of others are passed over.</summary>
public static class ReadNotifications
{
    public sealed record Request(IReadOnlyList<long>? Ids);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/notifications/read", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("notifications.read");

    private static async Task<IResult> HandleAsync(Request request, CurrentAccount me, CommitDoor door, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            foreach (var id in request.Ids ?? [0])
            {
                // One statement for all lines, or one for each named line; a person names a handful.
                var changed = request.Ids is null
                    ? await session.ExecuteAsync($"update notification set read_at = {session.Now}, version = version + 1 where account_id = {me.Id} and read_at is null")
                    : await session.ExecuteAsync($"update notification set read_at = {session.Now}, version = version + 1 where account_id = {me.Id} and id = {id} and read_at is null");
                if (changed > 0)
                {
                    session.Announce(Topics.To(me.Id, Topics.Notifications));
                }
            }
        }, cancellation);
        return Results.NoContent();
    }
}
