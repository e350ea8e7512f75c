using System.Globalization;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>One letter as its row.</summary>
internal sealed record Letter(string? InstanceId, string? CorrelationId, string About)
{
    public ParkedStimulusRow? Parked { get; private init; }

    /// <summary>The child that would have been started.</summary>
    public ChildMessage? Child { get; private init; }

    public required Func<CommitSession, ValueTask> DeleteAsync { get; init; }

    public required Func<CommitSession, ValueTask> ReviveAsync { get; init; }

    public static async ValueTask<Letter?> FindAsync(CommitSession session, LetterRequest request)
    {
        var (first, second) = request.Id.Split('|', 2) is [var left, var right] ? (left, right) : (request.Id, "");
        return request.Kind switch
        {
            LetterKinds.Stimulus => long.TryParse(request.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Of(await session.FindLockedAsync<ParkedStimulusRow>(id)) : null,
            LetterKinds.Outbox => Of(await session.FindLockedAsync<OutboxRow>(request.Id)),
            LetterKinds.Timer => Of(await session.FindLockedAsync<TimerRow>(first, second)),
            LetterKinds.Trigger => Of(await session.FindLockedAsync<StartTriggerRow>(first, second)),
            _ => null,
        };
    }

    /// <summary>The chain that tells of it: that of the case, of the instance, or of the engine where it belongs to none.</summary>
    public async ValueTask<string> SubjectAsync(CommitSession session) => InstanceId is null ? CorrelationId ?? "operations/engine"
        : (await session.FindAsync<InstanceRow>(InstanceId))?.CorrelationId ?? "workflow/" + InstanceId;

    private static Letter? Of(ParkedStimulusRow? row) => row is null ? null : new(row.InstanceId, row.CorrelationId, row.Name + " " + row.StimulusKey)
    {
        Parked = row,
        DeleteAsync = session => session.ExpectAsync($"delete from parked_stimulus where id = {row.Id}"),
        ReviveAsync = _ => ValueTask.CompletedTask,
    };

    private static Letter? Of(OutboxRow? row) => row is not { Dead: true } ? null : new(row.InstanceId, null, row.Kind + " " + row.LastError)
    {
        Child = row.Kind == OutboxKinds.Child ? DeepJson.Read<ChildMessage>(row.Data) : null,
        DeleteAsync = session => session.ExpectAsync($"delete from outbox where id = {row.Id} and dead = {true}"),
        ReviveAsync = session => session.ExpectAsync($"update outbox set dead = {false}, attempts = {0}, due_at = {session.Now}, owner = null, lease_until = null where id = {row.Id} and dead = {true}"),
    };

    private static Letter? Of(TimerRow? row) => row is not { Dead: true } ? null : new(row.InstanceId, null, "timer " + row.LastError)
    {
        DeleteAsync = session => session.ExpectAsync($"delete from timer where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}"),
        ReviveAsync = session => session.ExpectAsync(
            $"update timer set dead = {false}, attempts = {0}, due_at = {session.Now}, owner = null, lease_until = null where instance_id = {row.InstanceId} and bookmark_id = {row.BookmarkId}"),
    };

    private static Letter? Of(StartTriggerRow? row) => row is not { Dead: true } ? null : new(null, "lifecycle/" + row.DefinitionId, "trigger " + row.LastError)
    {
        DeleteAsync = session => session.ExpectAsync($"delete from start_trigger where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId}"),
        ReviveAsync = session => session.ExpectAsync(
            $"update start_trigger set dead = {false}, attempts = {0}, due_at = {session.Now}, owner = null, lease_until = null where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId}"),
    };
}
