using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Schedules;

/// <summary>GET /api/schedules and PUT /api/schedules/{code}: when themes are screened by themselves.</summary>
public static class EditSchedule
{
    public sealed record Request(string? Frequency, int Day, int Minute, bool WorkingDaysOnly, bool Enabled);

    public sealed record View(string ThemeCode, string Frequency, int Day, int Minute, bool WorkingDaysOnly, bool Enabled, DateTime NextDueAt, long? LastRunId, DateTime? LastDueAt, bool Running)
    {
        public static View Of(ScanSchedule row) =>
            new(row.ThemeCode, row.Frequency, row.Day, row.Minute, row.WorkingDaysOnly, row.Enabled, row.NextDueAt, row.LastRunId, row.LastDueAt, row.Owner is not null);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/schedules", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("schedules.list");
        api.MapPut("/schedules/{code}", ChangeAsync).RequireAuthorization(Permissions.Policy(Permissions.ScanRun)).WithName("schedules.change");
    }

    private static async Task<IEnumerable<View>> ListAsync(CaseDbContext db, CancellationToken cancellation) =>
        (await db.Set<ScanSchedule>().AsNoTracking().OrderBy(row => row.ThemeCode).ToListAsync(cancellation)).Select(View.Of);

    private static async Task<IResult> ChangeAsync(string code, Request request, CommitDoor door, WorkingCalendar calendar, CurrentAccount me, CancellationToken cancellation)
    {
        if (!NextRun.IsValid(request.Frequency, request.Day, request.Minute))
        {
            return Problem.Unprocessable("schedule-wrong");
        }

        return Results.Ok(await door.RunAsync(me.Actor, async session =>
        {
            var row = await session.FindAsync<ScanSchedule>(code) ?? throw new ProblemException(Problem.NotFound());
            (row.Frequency, row.Day, row.Minute, row.WorkingDaysOnly, row.Enabled) = (request.Frequency!, request.Day, request.Minute, request.WorkingDaysOnly, request.Enabled);
            row.NextDueAt = NextRun.After(row, session.Now, calendar);
            await session.UpdateAsync(row);
            await session.AppendHistoryAsync($"theme/{code}", "theme.scheduled",
                new JsonObject { ["frequency"] = row.Frequency, ["day"] = row.Day, ["minute"] = row.Minute, ["workingDaysOnly"] = row.WorkingDaysOnly, ["enabled"] = row.Enabled });
            return View.Of(row);
        }, cancellation));
    }
}
