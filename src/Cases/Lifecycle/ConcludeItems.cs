using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// PUT /api/cases/{id}/items: while a case is handled, its handler gives single items a conclusion of their own, or takes it back; the others follow the case.
/// So an order of two hundred items with three real problems counts three, not two hundred, for the precision of its theme.
/// </summary>
public static class ConcludeItems
{
    private const int MostItems = 1000;

    public sealed record Line(long Id, string? Conclusion);

    public sealed record Request(IReadOnlyList<Line>? Items);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/cases/{id:long}/items", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.WorkAnswer)).WithName("cases.conclude-items");

    /// <summary>Whether this account is the one who is asked to handle now. Pure.</summary>
    public static bool May(IEnumerable<WorkItem> asked, CurrentAccount me) => asked.Any(item => item.ActivityType == Handle.TypeName && WorkItemAccess.CanAnswer(item, me));

    private static async Task<IResult> HandleAsync(long id, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindLockedAsync<AuditCase>(id);
            await WriteAsync(session, row is not null && me.Sees(row.OrgPath) ? row : throw new ProblemException(Problem.NotFound()), request, me);
        }, cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, AuditCase row, Request request, CurrentAccount me)
    {
        if (request.Items is not { Count: > 0 and <= MostItems } lines || lines.Any(line => line.Conclusion is not null && !Conclusions.All.Contains(line.Conclusion)))
        {
            throw new ProblemException(Problem.Unprocessable("item-conclusion"));
        }

        var subject = SubjectRef.Case(row.Id).ToString();
        if (!May(await session.QueryAsync<WorkItem>($"subject = {subject} and state = {WorkItemStates.Open}"), me))
        {
            throw new ProblemException(Problem.Conflict("item-closed"));
        }

        var items = (await session.QueryAsync<CaseItem>($"case_id = {row.Id}")).ToDictionary(item => item.Id);
        var changed = await ChangeAsync(session, row, items, lines);
        if (changed.Count > 0)
        {
            await session.AppendHistoryAsync(subject, "case.items-concluded", new JsonObject { ["items"] = changed });
            session.Announce(Topics.ToOrg(row.OrgPath, subject));
        }
    }

    private static async ValueTask<JsonArray> ChangeAsync(CommitSession session, AuditCase row, Dictionary<long, CaseItem> items, IReadOnlyList<Line> lines)
    {
        var changed = new JsonArray();
        foreach (var line in lines)
        {
            var item = items.GetValueOrDefault(line.Id) ?? throw new ProblemException(Problem.NotFound());
            if (item.OwnConclusion != line.Conclusion)
            {
                changed.Add(new JsonObject { ["item"] = item.Id, ["object"] = item.ObjKey, ["from"] = item.OwnConclusion, ["to"] = line.Conclusion });
                (item.OwnConclusion, item.Conclusion) = (line.Conclusion, line.Conclusion ?? row.Conclusion);
                await session.UpdateAsync(item);
            }
        }

        return changed;
    }
}
