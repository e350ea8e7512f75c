using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>
/// POST /api/plans/{id}/consult asks the specialties of the plan's themes, one officer each, until a day; POST /api/plans/{id}/opinion is what an officer says.
/// </summary>
public static class ConsultPlan
{
    public sealed record Seat(string? Specialty, long AccountId);

    public sealed record Request(DateTime? DueAt, IReadOnlyList<Seat>? Seats);

    public sealed record Opinion(string? Specialty, string? Verdict, string? Text);

    /// <summary>What asking needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, ThemeLibrary Library, NotificationRows Notifications, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/plans/{id:long}/consult", HandleAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("plans.consult");
        api.MapPost("/plans/{id:long}/opinion", AnswerAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanOpinion)).WithName("plans.opinion");
    }

    private static async Task<IResult> HandleAsync(long id, Request request, Services services, CancellationToken cancellation)
    {
        var (db, door, library, notifications, me) = services;
        var plan = await db.Set<AuditPlan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (plan is null)
        {
            return Problem.NotFound();
        }

        var months = await db.Set<PlanMonth>().AsNoTracking().Where(row => row.PlanId == id).ToListAsync(cancellation);
        var wanted = PlanRules.Specialties(months, code => library.Find(code)?.Specialty);
        var seats = (request.Seats ?? []).GroupBy(seat => seat.Specialty ?? "").Select(group => group.First()).ToList();
        var officers = await OfficersOf(db, plan).Select(officer => officer.Id).ToListAsync(cancellation);
        if (wanted.Any(specialty => seats.All(seat => seat.Specialty != specialty)) || seats.Any(seat => !officers.Contains(seat.AccountId) || seat.Specialty is not { Length: > 0 and <= 32 }))
        {
            return Problem.Unprocessable("plan-seats", string.Join("、", wanted));
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var row = (await session.FindAsync<AuditPlan>(id))!;
            await AskAsync(session, row, await session.QueryAsync<PlanMonth>($"plan_id = {id}"), request.DueAt, seats);
            await notifications.AddAsync(session, seats.Select(seat => seat.AccountId), "plan.consult", [row.Number, BusinessDay.Of(row.OpinionsDueAt!.Value).ToString("O", CultureInfo.InvariantCulture)], $"plan/{id}");
        }, cancellation);
        return Results.NoContent();
    }

    /// <summary>Enabled specialty officers who see the plan: those of its organisation and above.</summary>
    public static IQueryable<Account> OfficersOf(CaseDbContext db, AuditPlan plan)
    {
        var (paths, role) = (OrgPaths.SelfAndAbove(plan.OrgPath), Roles.IdOf(Roles.SpecialtyOfficer));
        return db.Users.AsNoTracking().Where(account => !account.Disabled && paths.Contains(account.OrgPath) && db.UserRoles.Any(held => held.UserId == account.Id && held.RoleId == role));
    }

    private static async ValueTask AskAsync(CommitSession session, AuditPlan plan, IReadOnlyList<PlanMonth> months, DateTime? dueAt, IReadOnlyList<Seat> seats)
    {
        var refusal = plan.State != PlanStates.Draft ? "plan-state"
            : PlanRules.WithoutTheme(plan.Year, months, BusinessDay.Of(session.Now)).Count > 0 ? "plan-themes"
            : dueAt is null || dueAt <= session.Now ? "plan-due" : null;
        if (refusal is not null)
        {
            throw new ProblemException(Problem.Conflict(refusal));
        }

        (plan.State, plan.Round, plan.OpinionsDueAt, plan.Remark) = (PlanStates.Consulting, plan.Round + 1, dueAt!.Value.ToUniversalTime(), null);
        await session.UpdateAsync(plan);
        foreach (var seat in seats)
        {
            await session.InsertAsync(new PlanOpinion { PlanId = plan.Id, Round = plan.Round, Specialty = seat.Specialty!, AccountId = seat.AccountId });
        }

        await session.AppendHistoryAsync($"plan/{plan.Id}", "plan.consult", new JsonObject
        {
            ["round"] = plan.Round, ["due"] = plan.OpinionsDueAt.Value.ToString("O", CultureInfo.InvariantCulture),
            ["themes"] = string.Join(',', months.OrderBy(month => month.Month).Select(month => month.ThemeCode)),
            ["specialties"] = string.Join(',', seats.Select(seat => seat.Specialty)),
        });
        session.Announce("plans");
    }

    private static async Task<IResult> AnswerAsync(long id, Opinion request, Services services, CancellationToken cancellation)
    {
        var (db, door, _, _, me) = services;
        if (!await db.Set<AuditPlan>().AnyAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation))
        {
            return Problem.NotFound();
        }

        if (request.Verdict is not (PlanOpinion.Agree or PlanOpinion.Change) || request.Text?.Length > 2000 || (request.Verdict == PlanOpinion.Change && string.IsNullOrWhiteSpace(request.Text)))
        {
            return Problem.Unprocessable("plan-opinion");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var plan = (await session.FindAsync<AuditPlan>(id))!;
            var seat = await session.FindAsync<PlanOpinion>(id, plan.Round, request.Specialty ?? "");
            if (seat is null || seat.AccountId != me.Id || plan.State != PlanStates.Consulting)
            {
                throw new ProblemException(Problem.Conflict("plan-not-asked"));
            }

            (seat.Verdict, seat.Text, seat.AnsweredAt) = (request.Verdict, request.Text?.Trim(), session.Now);
            await session.UpdateAsync(seat);
            await session.AppendHistoryAsync($"plan/{id}", "plan.opinion", new JsonObject { ["specialty"] = seat.Specialty, ["verdict"] = seat.Verdict, ["text"] = seat.Text });
            session.Announce("plans");
        }, cancellation);
        return Results.NoContent();
    }
}
