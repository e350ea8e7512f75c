using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Clues;

/// <summary>POST /api/clues: writes down what was reported. Who reported it lies beside the history chain, never in it; an anonymous clue has nobody.</summary>
public static class RegisterClue
{
    private const int ShortestContent = 10;
    private static readonly string[] Sources = ["95598", "report", "superior", "media", "audit", "inspection", "monitoring", "visit"];

    public sealed record Request(string? Source, bool Anonymous, bool Secret, string? Content, string? Reporter, string? OrgNo, string? ObjKey);

    public sealed record Registered(long Id, string Number);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/clues", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.ClueWrite)).WithName("clues.register");

    private static async Task<IResult> HandleAsync(Request request, CaseDbContext db, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        if (!Sources.Contains(request.Source) || (request.Content?.Trim().Length ?? 0) is < ShortestContent or > 4000 || request.ObjKey?.Length > 256 || request.Reporter?.Length > 200)
        {
            return Problem.Unprocessable("clue-wrong", ShortestContent);
        }

        var org = await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(unit => unit.OrgNo == request.OrgNo && unit.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (org is null)
        {
            return Problem.Unprocessable("clue-unit");
        }

        var clue = new Clue
        {
            Id = ids.Next(), Source = request.Source!, Anonymous = request.Anonymous, Secret = request.Secret, Content = request.Content!.Trim(),
            Reporter = request.Anonymous ? "" : request.Reporter?.Trim() ?? "", OrgNo = org.OrgNo, OrgPath = org.OrgPath,
            ObjKey = string.IsNullOrWhiteSpace(request.ObjKey) ? null : request.ObjKey.Trim(), CreatedBy = me.Actor,
        };
        await door.RunAsync(me.Actor, session => WriteAsync(session, clue), cancellation);
        return Results.Created($"/api/clues/{clue.Id}", new Registered(clue.Id, clue.Number));
    }

    internal static async ValueTask WriteAsync(CommitSession session, Clue clue)
    {
        clue.CreatedAt = session.Now;
        clue.Number = await Numbers.NextAsync(session, $"XS-{clue.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(clue);
        var personal = clue.Reporter.Length == 0 ? null : new Dictionary<string, string> { ["reporter"] = clue.Reporter };
        await session.AppendHistoryAsync($"clue/{clue.Id}", "clue.registered", new JsonObject { ["number"] = clue.Number, ["source"] = clue.Source, ["secret"] = clue.Secret }, personal);
        session.Announce("clues");
    }
}
