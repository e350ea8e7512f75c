using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>POST /api/operations/letters/decide: release (deliver again), dismiss, or put aside one letter, with a reason.</summary>
public static class DecideLetter
{
    public sealed record Request(string? Kind, string? Id, string? Decision, string? Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/operations/letters/decide", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.decide-letter");

    private static async Task<IResult> HandleAsync(
        Request request, DeadLetters letters, CaseDbContext db, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        if (request is not { Kind: { Length: > 0 } kind, Id: { Length: > 0 } id } || string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("operation-wrong");
        }

        if (!await MaySeeAsync(kind, id, db, scope, me, cancellation))
        {
            return Problem.NotFound();
        }

        var letter = new LetterRequest(kind, id, me.Actor, request.Reason.Trim());
        RuntimeResult? result = request.Decision switch
        {
            "release" => await letters.ReleaseAsync(letter, cancellation),
            "dismiss" => await letters.DismissAsync(letter, cancellation),
            "put-aside" => await letters.PutAsideAsync(letter, cancellation),
            _ => null,
        };
        return result switch
        {
            null => Problem.Unprocessable("operation-wrong"),
            RuntimeResult.Refused { Code: "not-found" } => Problem.NotFound(),
            RuntimeResult.Refused refused => Problem.Conflict("operation-refused", refused.Reason),
            _ => Results.NoContent(),
        };
    }

    private static async Task<bool> MaySeeAsync(string kind, string id, CaseDbContext db, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        var parked = kind == LetterKinds.Stimulus && long.TryParse(id, out var number)
            ? await db.Set<ParkedStimulusRow>().Where(row => row.Id == number).Select(row => new { row.InstanceId, row.CorrelationId }).SingleOrDefaultAsync(cancellation)
            : null;
        var instance = kind switch
        {
            LetterKinds.Stimulus => parked?.InstanceId,
            LetterKinds.Outbox => await db.Set<OutboxRow>().Where(row => row.Id == id).Select(row => row.InstanceId).SingleOrDefaultAsync(cancellation),
            LetterKinds.Timer => id.Split('|')[0],
            _ => null,
        };
        var subject = parked?.CorrelationId
            ?? await db.Set<InstanceRow>().Where(row => row.Id == instance).Select(row => row.CorrelationId).SingleOrDefaultAsync(cancellation);
        return (await scope.SubjectsAsync(me, [subject], cancellation))(subject);
    }
}
