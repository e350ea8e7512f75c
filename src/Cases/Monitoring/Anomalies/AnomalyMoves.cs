using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Anomalies;

/// <summary>The only statements that change the state of stored anomalies: each names the state it leads out of, as <see cref="AnomalyLife"/> has it.</summary>
public static class AnomalyMoves
{
    /// <summary>Moves what lies in a task and can be moved, and returns how many that were.</summary>
    public static async ValueTask<int> OfTaskAsync(CommitSession session, long taskId, AnomalyEvent what)
    {
        var moved = 0;
        foreach (var (from, to) in AnomalyLife.Moves(what))
        {
            moved += await session.ExecuteAsync($"update anomaly set state = {to}, version = version + 1 where task_id = {taskId} and state = {from}");
        }

        return moved;
    }

    /// <summary>Moves one row that was read in a state; nothing where the table leads nowhere from it, or where somebody else moved it since.</summary>
    public static async ValueTask<bool> OneAsync(CommitSession session, long id, string from, AnomalyEvent what) =>
        AnomalyLife.Next(from, what) is { } to && to != from
        && await session.ExecuteAsync($"update anomaly set state = {to}, version = version + 1 where id = {id} and state = {from}") == 1;
}
