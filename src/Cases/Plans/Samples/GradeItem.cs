using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// POST /api/samples/{id}/grades: the result of one object of a frozen sample. It may be judged again; each word stays in the history. What fails goes back to its unit
/// with the sample's task.
/// </summary>
public static class GradeItem
{
    public sealed record Request(string? ObjKey, string? Grade, string? Note);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/samples/{id:long}/grades", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("samples.grade");

    private static async Task<IResult> HandleAsync(long id, Request request, CaseDbContext db, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        var sample = await db.Set<Sample>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (sample is null || !await db.Set<SampleItem>().AnyAsync(row => row.SampleId == id && row.ObjKey == request.ObjKey, cancellation))
        {
            return Problem.NotFound();
        }

        if (SampleGrades.Refuse(sample.State, request.Grade, request.Note) is { } refusal)
        {
            return refusal == "sample-not-frozen" ? Problem.Conflict(refusal) : Problem.Unprocessable(refusal, SampleGrades.ShortestNote, SampleGrades.LongestNote);
        }

        await door.RunAsync(me.Actor, session => WriteAsync(session, id, request, me), cancellation);
        return Results.NoContent();
    }

    private static async ValueTask WriteAsync(CommitSession session, long id, Request request, CurrentAccount me)
    {
        var item = (await session.FindAsync<SampleItem>(id, request.ObjKey!))!;
        var before = item.Grade;
        (item.Grade, item.GradeNote, item.GradedBy, item.GradedAt) = (request.Grade, string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(), me.Actor, session.Now);
        await session.UpdateAsync(item);
        await session.AppendHistoryAsync($"sample/{id}", "sample.graded", new JsonObject
        {
            ["object"] = item.ObjKey, ["grade"] = item.Grade, ["before"] = before, ["points"] = SampleGrades.PointsOf(item.Grade!), ["note"] = item.GradeNote,
        });
        session.Announce("samples");
    }
}
