using CaseMgmt.Cases.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Access;

/// <summary>GET /api/session: who am I. 401 tells the browser to show the sign-in page.</summary>
public static class ReadSession
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/session", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.Session)).WithName("session.read");

    private static Task<SessionView> HandleAsync(CaseDbContext db, CurrentAccount me, CancellationToken cancellation) => SessionView.ReadAsync(db, me, cancellation);
}
