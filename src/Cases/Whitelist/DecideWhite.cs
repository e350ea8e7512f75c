using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Whitelist;

/// <summary>POST /api/whitelist/{id}/review by the county and .../approve above it: three persons in all, and what they refuse is refused with a reason.</summary>
public static class DecideWhite
{
    public sealed record Request(bool? Approve, string? Comment);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/whitelist/{id:long}/review", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, "review", request, services, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.WhiteReview)).WithName("white.review");
        api.MapPost("/whitelist/{id:long}/approve", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, "approve", request, services, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.WhiteApprove)).WithName("white.approve");
    }

    /// <summary>What a decision needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, DataSources Sources, WhiteWatch Watch, CurrentAccount Me);

    private static async Task<IResult> HandleAsync(long id, string step, Request request, Services services, CancellationToken cancellation)
    {
        var (db, door, sources, watch, me) = services;
        if (request.Approve is not { } approve || (!approve && string.IsNullOrWhiteSpace(request.Comment)))
        {
            return Problem.Unprocessable("white-decision");
        }

        var seen = await db.Set<WhiteEntry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        var level = await db.Set<OrgUnit>().Where(org => org.OrgNo == me.OrgNo).Select(org => org.Level).FirstOrDefaultAsync(cancellation);
        if (seen is null)
        {
            return Problem.NotFound();
        }

        var from = await db.Set<Anomaly>().Where(anomaly => anomaly.Id == seen.AnomalyId).Select(anomaly => anomaly.Source).FirstOrDefaultAsync(cancellation);
        var print = Print(sources, await DataSources.NewestAsync(db, from, cancellation), seen.ObjKey);
        await door.RunAsync(me.Actor, session => WriteAsync(session, id, step, approve, request.Comment, me.PersonNo, level, print, watch.Today), cancellation);
        return Results.NoContent();
    }

    private static string Print(DataSources sources, ImportBatch? load, string objKey)
    {
        using var source = sources.TryOpen(load);
        return source is null ? "" : new ObjectPrint(source).Of(objKey);
    }

    private static async ValueTask WriteAsync(
        CommitSession session, long id, string step, bool approve, string? comment, string person, int level, string print, DateOnly today)
    {
        var row = (await session.FindAsync<WhiteEntry>(id))!;
        if (WhiteRules.RefuseStep(row, step, person, level) is { } refusal)
        {
            throw new ProblemException(Problem.Conflict(refusal));
        }

        row.State = !approve ? WhiteStates.Rejected : step == "review" ? WhiteStates.Reviewed : WhiteStates.Effective;
        (row.ReviewedByPerson, row.ApprovedByPerson) = step == "review" ? (person, null) : (row.ReviewedByPerson, person);
        row.EndReason = approve ? null : comment;
        row.EndedAt = approve ? null : session.Now;
        if (row.State == WhiteStates.Effective)
        {
            (row.ValidFrom, row.ObjectPrint) = (today, print);
            var old = await session.QueryAsync<WhiteEntry>($"theme_code = {row.ThemeCode} and obj_key = {row.ObjKey} and state = {WhiteStates.Effective} and id <> {row.Id}");
            foreach (var entry in old)
            {
                await WhiteWatch.EndAsync(session, entry.Id, WhiteStates.Cancelled, "renewed");
            }

            await session.ExecuteAsync($"""
                update anomaly set white_id = {row.Id}, version = version + 1
                where theme_code = {row.ThemeCode} and obj_key = {row.ObjKey} and task_id is null and state <> 'done'
                """);
        }

        await session.UpdateAsync(row);
        await session.AppendHistoryAsync($"white/{id}", "white." + row.State, new JsonObject { ["step"] = step, ["comment"] = comment });
        session.Announce("whitelist");
    }
}
