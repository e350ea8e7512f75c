using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Calendar;

/// <summary>POST /api/plans opens the plan of a year with its twelve months; PUT /api/plans/{id}/months/{month} fills one of them.</summary>
public static class WritePlan
{
    private const int Counties = 3;

    public sealed record Opening(int? Year);

    public sealed record Opened(long Id, string Number);

    public sealed record MonthRequest(string? ThemeCode, string? Focus, IReadOnlyList<string>? Counties);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/plans", OpenAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("plans.open");
        api.MapPut("/plans/{id:long}/months/{month:int}", ChangeAsync).RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("plans.month");
    }

    private static async Task<IResult> OpenAsync(Opening request, CaseDbContext db, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        if (request.Year is not (>= 2000 and <= 2100))
        {
            return Problem.Unprocessable("plan-year");
        }

        if (await db.Set<AuditPlan>().AnyAsync(row => row.OrgNo == me.OrgNo && row.Year == request.Year, cancellation))
        {
            return Problem.Conflict("plan-exists");
        }

        var plan = new AuditPlan
        {
            Id = ids.Next(), Year = request.Year.Value, Number = $"JH-{me.OrgNo}-{request.Year}", OrgNo = me.OrgNo, OrgPath = me.OrgPath, CreatedBy = me.Actor, CreatedByPerson = me.PersonNo,
        };
        await door.RunAsync(me.Actor, async session =>
        {
            plan.CreatedAt = session.Now;
            await session.InsertAsync(plan);
            for (var month = 1; month <= PlanRules.Months; month++)
            {
                await session.InsertAsync(new PlanMonth { PlanId = plan.Id, Month = month });
            }

            await session.AppendHistoryAsync($"plan/{plan.Id}", "plan.opened", new JsonObject { ["number"] = plan.Number, ["year"] = plan.Year });
            session.Announce("plans");
        }, cancellation);
        return Results.Created($"/api/plans/{plan.Id}", new Opened(plan.Id, plan.Number));
    }

    private static async Task<IResult> ChangeAsync(
        long id, int month, MonthRequest request, CaseDbContext db, CommitDoor door, ThemeLibrary library, CurrentAccount me, CancellationToken cancellation)
    {
        var plan = await db.Set<AuditPlan>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (plan is null || month is < 1 or > PlanRules.Months)
        {
            return Problem.NotFound();
        }

        var theme = request.ThemeCode?.Trim() ?? "";
        var counties = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(plan.OrgPath) && org.Level == Counties).Select(org => org.OrgNo).ToListAsync(cancellation);
        if ((theme.Length > 0 && library.Find(theme) is null) || request.Focus?.Length > 500 || request.Counties?.Any(county => !counties.Contains(county)) == true)
        {
            return Problem.Unprocessable("plan-month");
        }

        await door.RunAsync(me.Actor, session => WriteAsync(session, id, month, theme, request), cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, long id, int number, string theme, MonthRequest request)
    {
        // The plan's own version is raised as well: a month never changes under a consultation that begins at the same time.
        var (plan, month) = ((await session.FindAsync<AuditPlan>(id))!, (await session.FindAsync<PlanMonth>(id, number))!);
        if (PlanRules.RefuseMonth(plan, month, theme) is { } refusal)
        {
            throw new ProblemException(Problem.Conflict(refusal));
        }

        (month.ThemeCode, month.Focus, month.Counties) = (theme, request.Focus?.Trim() ?? "", Words.Join(request.Counties));
        await session.UpdateAsync(plan);
        await session.UpdateAsync(month);
        await session.AppendHistoryAsync($"plan/{id}", "plan.month", new JsonObject { ["month"] = number, ["theme"] = theme, ["focus"] = month.Focus, ["counties"] = month.Counties });
        session.Announce("plans");
    }
}
