using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>POST /api/whitelist: somebody asks that one object be left in peace by one theme, from the anomaly that he looked into.</summary>
public static class ApplyWhite
{
    private const int ShortestProof = 10;

    public sealed record Request(long? AnomalyId, string? Type, string? Reason, string? Proof, DateOnly? FixDate, DateOnly? ValidTo);

    public sealed record Applied(long Id, string Number);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/whitelist", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.WhiteApply)).WithName("white.apply");

    private static async Task<IResult> HandleAsync(Request request, CaseDbContext db, CommitDoor door, Ids ids, WhiteWatch watch, CurrentAccount me, CancellationToken cancellation)
    {
        var anomaly = await db.Set<Anomaly>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == request.AnomalyId && row.OrgPath.StartsWith(me.OrgPath) && !row.Secret, cancellation);
        if (anomaly is null)
        {
            return Problem.NotFound();
        }

        if (string.IsNullOrWhiteSpace(request.Reason) || (request.Proof?.Trim().Length ?? 0) < ShortestProof)
        {
            return Problem.Unprocessable("white-proof", ShortestProof);
        }

        if (WhiteRules.Refuse(request.Type, anomaly.ThemeCode, watch.Today, request.ValidTo, request.FixDate) is { } refusal)
        {
            return new Problem(StatusCodes.Status422UnprocessableEntity, refusal, WhiteRules.MostMonths(request.Type ?? ""));
        }

        var entry = Draft(request, anomaly, ids.Next(), watch.Today, me);
        await door.RunAsync(me.Actor, session => WriteAsync(session, entry), cancellation);
        return Results.Created($"/api/whitelist/{entry.Id}", new Applied(entry.Id, entry.Number));
    }

    private static WhiteEntry Draft(Request request, Anomaly anomaly, long id, DateOnly today, CurrentAccount me) => new()
    {
        Id = id, Type = request.Type!, ThemeCode = anomaly.ThemeCode, ObjKey = anomaly.ObjKey, OrgNo = anomaly.OrgNo, OrgPath = anomaly.OrgPath, AnomalyId = anomaly.Id,
        Level = anomaly.Level, Reason = request.Reason!.Trim(), Proof = request.Proof!.Trim(), FixDate = request.FixDate, ValidFrom = today, ValidTo = request.ValidTo!.Value,
        AppliedBy = me.Actor, AppliedByPerson = me.PersonNo, Metric = anomaly.Metric,
    };

    private static async ValueTask WriteAsync(CommitSession session, WhiteEntry entry)
    {
        await session.LockAsync($"white/{entry.ThemeCode}/{entry.ObjKey}");
        var same = await session.QueryAsync<WhiteEntry>(
            $"theme_code = {entry.ThemeCode} and obj_key = {entry.ObjKey} and state in ({WhiteStates.Applied}, {WhiteStates.Reviewed}, {WhiteStates.Effective})");
        if (same.Count > 0)
        {
            throw new ProblemException(Problem.Conflict("white-known", same[0].Number));
        }

        entry.AppliedAt = session.Now;
        entry.Number = await Numbers.NextAsync(session, $"BM-{entry.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(entry);
        await session.AppendHistoryAsync($"white/{entry.Id}", "white.applied", new JsonObject
        {
            ["number"] = entry.Number, ["theme"] = entry.ThemeCode, ["object"] = entry.ObjKey, ["type"] = entry.Type, ["validTo"] = entry.ValidTo.ToString("O", CultureInfo.InvariantCulture), ["reason"] = entry.Reason,
        });
        session.Announce("whitelist");
    }
}
