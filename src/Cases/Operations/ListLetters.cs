using System.Globalization;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>GET /api/operations/letters: what nobody takes, and what still waits to be taken. The oldest two hundred of each table.</summary>
public static class ListLetters
{
    private const int Most = 200;

    /// <param name="Kind">stimulus, outbox, timer, trigger.</param>
    /// <param name="Waits">True while it may still be taken; false for a dead letter.</param>
    public sealed record Line(string Kind, string Id, string About, string? InstanceId, string? Subject, string? Reason, DateTime At, int Attempts, bool Waits);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/operations/letters", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.letters");

    private static async Task<IReadOnlyList<Line>> HandleAsync(CaseDbContext db, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        var parked = await db.Set<ParkedStimulusRow>().AsNoTracking().OrderByDescending(row => row.Dead).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellation);
        var outbox = await db.Set<OutboxRow>().AsNoTracking().Where(row => row.Dead).OrderBy(row => row.Id).Take(Most).ToListAsync(cancellation);
        var timers = await db.Set<TimerRow>().AsNoTracking().Where(row => row.Dead).OrderBy(row => row.DueAt).Take(Most).ToListAsync(cancellation);
        var triggers = await db.Set<StartTriggerRow>().AsNoTracking().Where(row => row.Dead).OrderBy(row => row.DefinitionId).Take(Most).ToListAsync(cancellation);
        List<Line> lines =
        [
            .. parked.Select(row => new Line(LetterKinds.Stimulus, row.Id.ToString(CultureInfo.InvariantCulture), $"{row.Name} {row.StimulusKey}".TrimEnd(), row.InstanceId,
                row.CorrelationId, row.DeadReason, row.ArrivedAt, 0, !row.Dead)),
            .. outbox.Select(row => new Line(LetterKinds.Outbox, row.Id, row.Kind, row.InstanceId, null, row.LastError, row.DueAt, row.Attempts, false)),
            .. timers.Select(row => new Line(LetterKinds.Timer, row.InstanceId + "|" + row.BookmarkId, "timer", row.InstanceId, null, row.LastError, row.DueAt, row.Attempts, false)),
            .. triggers.Select(row => new Line(
                LetterKinds.Trigger, row.DefinitionId + "|" + row.ActivityId, $"{row.DefinitionId} {row.Schedule}", null, null, row.LastError, row.DueAt ?? DateTime.UnixEpoch, row.Attempts, false)),
        ];
        return await SeenAsync(lines, db, scope, me, cancellation);
    }

    private static async Task<IReadOnlyList<Line>> SeenAsync(List<Line> lines, CaseDbContext db, OperatorScope scope, CurrentAccount me, CancellationToken cancellation)
    {
        var ids = lines.Select(line => line.InstanceId).OfType<string>().Distinct().ToList();
        var correlations = await db.Set<InstanceRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.CorrelationId, cancellation);
        var told = lines.ConvertAll(line => line with { Subject = line.Subject ?? (line.InstanceId is { } id ? correlations.GetValueOrDefault(id) : null) });
        var sees = await scope.SubjectsAsync(me, told.Select(line => line.Subject), cancellation);
        return [.. told.Where(line => sees(line.Subject)).OrderBy(line => line.Waits).ThenBy(line => line.At)];
    }
}
