using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Schemes;

/// <summary>POST /api/schemes writes a draft, PUT /api/schemes/{id} changes it while it is one.</summary>
public static class WriteScheme
{
    public sealed record Request(
        string? Title, string? Type, IReadOnlyList<string>? Units, IReadOnlyList<string>? Themes, DateOnly? PeriodFrom, DateOnly? PeriodTo, string? Goal, string? Checklist, string? Basis,
        long? PlanId, int? PlanMonth);

    public sealed record Written(long Id, string Number);

    /// <summary>What writing needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, Ids Ids, ThemeLibrary Library, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/schemes", (Request request, Services services, CancellationToken cancellation) => HandleAsync(null, request, services, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("schemes.write");
        api.MapPut("/schemes/{id:long}", (long id, Request request, Services services, CancellationToken cancellation) => HandleAsync(id, request, services, cancellation))
            .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("schemes.change");
    }

    private static async Task<IResult> HandleAsync(long? id, Request request, Services services, CancellationToken cancellation)
    {
        var (db, door, ids, library, me) = services;
        if (id is not null && !await db.Set<AuditScheme>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation))
        {
            return Problem.NotFound();
        }

        var units = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(me.OrgPath)).Select(org => org.OrgNo).ToListAsync(cancellation);
        if (SchemeRules.Refuse(request, code => library.Find(code) is not null, units.Contains) is { } refusal)
        {
            return Problem.Unprocessable(refusal, SchemeRules.ShortestGoal);
        }

        var scheme = await door.RunAsync(me.Actor, session => id is { } known ? ChangeAsync(session, known, request) : AddAsync(session, request, ids.Next(), me), cancellation);
        return id is null ? Results.Created($"/api/schemes/{scheme.Id}", new Written(scheme.Id, scheme.Number)) : Results.NoContent();
    }

    private static async ValueTask<AuditScheme> AddAsync(CommitSession session, Request request, long id, CurrentAccount me)
    {
        var scheme = Filled(new AuditScheme { Id = id, OrgNo = me.OrgNo, OrgPath = me.OrgPath, CreatedBy = me.Actor, CreatedByPerson = me.PersonNo, CreatedAt = session.Now }, request);
        scheme.Number = await Numbers.NextAsync(session, $"FA-{scheme.OrgNo}-{session.Now:yyyyMM}");
        await session.InsertAsync(scheme);
        await TellAsync(session, scheme, "scheme.written");
        return scheme;
    }

    private static async ValueTask<AuditScheme> ChangeAsync(CommitSession session, long id, Request request)
    {
        var scheme = (await session.FindAsync<AuditScheme>(id))!;
        if (scheme.State != SchemeStates.Draft)
        {
            throw new ProblemException(Problem.Conflict("scheme-state"));
        }

        await session.UpdateAsync(Filled(scheme, request));
        foreach (var member in await session.QueryAsync<SchemeMember>($"scheme_id = {id}"))
        {
            // Who was to go only where nobody audits any more goes with the others.
            member.Units = Words.Join(Words.Split(member.Units).Intersect(Words.Split(scheme.Units)));
            await session.UpdateAsync(member);
        }

        await TellAsync(session, scheme, "scheme.changed");
        return scheme;
    }

    private static AuditScheme Filled(AuditScheme scheme, Request request)
    {
        (scheme.Title, scheme.Type, scheme.Units, scheme.Themes) = (request.Title!.Trim(), request.Type!, Words.Join(request.Units), Words.Join(request.Themes));
        (scheme.PeriodFrom, scheme.PeriodTo) = (request.PeriodFrom!.Value, request.PeriodTo!.Value);
        (scheme.Goal, scheme.Checklist, scheme.Basis) = (request.Goal!.Trim(), request.Checklist!.Trim(), request.Basis!.Trim());
        (scheme.PlanId, scheme.PlanMonth) = (request.PlanId, request.PlanMonth);
        return scheme;
    }

    // What a second person approves is in the chain word for word.
    private static async ValueTask TellAsync(CommitSession session, AuditScheme scheme, string kind)
    {
        await session.AppendHistoryAsync($"scheme/{scheme.Id}", kind, new JsonObject
        {
            ["number"] = scheme.Number, ["title"] = scheme.Title, ["type"] = scheme.Type, ["units"] = scheme.Units, ["themes"] = scheme.Themes,
            ["first"] = scheme.PeriodFrom.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["last"] = scheme.PeriodTo.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["goal"] = scheme.Goal, ["checklist"] = scheme.Checklist, ["basis"] = scheme.Basis,
        });
        session.Announce("schemes");
    }
}
