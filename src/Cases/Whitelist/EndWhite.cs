using System.Globalization;
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

namespace CaseMgmt.Cases.Whitelist;

/// <summary>POST /api/whitelist/{id}/renew asks for a longer term, through the same two steps again; POST .../cancel ends an entry at once.</summary>
public static class EndWhite
{
    public sealed record Renewal(DateOnly? ValidTo, string? Reason);

    public sealed record Cancellation(string? Reason);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/whitelist/{id:long}/renew", RenewAsync).RequireAuthorization(Permissions.Policy(Permissions.WhiteApply)).WithName("white.renew");
        api.MapPost("/whitelist/{id:long}/cancel", CancelAsync).RequireAuthorization(Permissions.Policy(Permissions.WhiteApprove)).WithName("white.cancel");
    }

    private static async Task<IResult> RenewAsync(long id, Renewal request, CaseDbContext db, CommitDoor door, WhiteWatch watch, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        if (!await SeesAsync(db, id, me, cancellation))
        {
            return Problem.NotFound();
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var row = (await session.FindAsync<WhiteEntry>(id))!;
            var refusal = WhiteRules.RefuseRenewal(row) ?? WhiteRules.Refuse(row.Type, row.ThemeCode, watch.Today, request.ValidTo, request.ValidTo);
            if (refusal is not null || string.IsNullOrWhiteSpace(request.Reason))
            {
                throw new ProblemException(new Problem(StatusCodes.Status422UnprocessableEntity, refusal ?? "white-decision", WhiteRules.MostMonths(row.Type)));
            }

            var renewal = Renewed(row, ids.Next(), request, session.Now, me);
            renewal.Number = await Numbers.NextAsync(session, $"BM-{row.OrgNo}-{session.Now:yyyyMM}");
            await session.InsertAsync(renewal);
            await session.AppendHistoryAsync($"white/{renewal.Id}", "white.applied",
                new JsonObject { ["renews"] = row.Number, ["validTo"] = renewal.ValidTo.ToString("O", CultureInfo.InvariantCulture), ["reason"] = renewal.Reason });
            session.Announce("whitelist");
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> CancelAsync(long id, Cancellation request, CaseDbContext db, WhiteWatch watch, CurrentAccount me, CancellationToken cancellation)
    {
        if (!await SeesAsync(db, id, me, cancellation))
        {
            return Problem.NotFound();
        }

        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("white-decision");
        }

        await watch.EndAsync(id, WhiteStates.Cancelled, request.Reason.Trim(), cancellation, me.Actor);
        return Results.NoContent();
    }

    /// <summary>An application of its own: the old entry holds until its term is over or the new one is approved.</summary>
    private static WhiteEntry Renewed(WhiteEntry old, long id, Renewal request, DateTime now, CurrentAccount me) => new()
    {
        Id = id, Type = old.Type, ThemeCode = old.ThemeCode, ObjKey = old.ObjKey, OrgNo = old.OrgNo, OrgPath = old.OrgPath, AnomalyId = old.AnomalyId, Level = old.Level,
        Reason = request.Reason!.Trim(), Proof = old.Proof, FixDate = old.FixDate is null ? null : request.ValidTo, ValidFrom = old.ValidFrom, ValidTo = request.ValidTo!.Value,
        Renewals = old.Renewals + 1, AppliedBy = me.Actor, AppliedByPerson = me.PersonNo, AppliedAt = now, Metric = old.Metric,
    };

    private static Task<bool> SeesAsync(CaseDbContext db, long id, CurrentAccount me, CancellationToken cancellation) =>
        db.Set<WhiteEntry>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
}
