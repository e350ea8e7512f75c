using System.Runtime.CompilerServices;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// Marks many anomalies with few statements: a task of thousands would otherwise hold the writer for seconds. Every statement names the same number of ids
/// (the last one repeated), so that it is prepared once.
/// </summary>
internal static class AnomalyMarks
{
    private const int PerStatement = 100;

    private static readonly string Holes = string.Join(", ", Enumerable.Range(1, PerStatement).Select(hole => $"{{{hole}}}"));

    private static readonly List<string> Takeable = [.. AnomalyLife.Moves(AnomalyEvent.Take).Select(move => move.From)];

    private static readonly List<string> Held = [.. Takeable, AnomalyStates.InTask];

    private static readonly string Take = $$"""
        update anomaly set task_id = {0}, version = version + 1 where task_id is null and white_id is null and state in ({{Words(Takeable)}})
        and not exists (select 1 from anomaly held where held.theme_code = anomaly.theme_code and held.obj_key = anomaly.obj_key and held.task_id <> {0} and held.state in ({{Words(Held)}}))
        and id in (
        """;

    /// <summary>Those that a task may take: the same condition as <see cref="TakeAsync"/>, for a look before anything is written.</summary>
    public static IQueryable<Anomaly> Free(IQueryable<Anomaly> rows) => rows.Where(row => row.TaskId == null && row.WhiteId == null && Takeable.Contains(row.State)
        && !rows.Any(held => held.ThemeCode == row.ThemeCode && held.ObjKey == row.ObjKey && held.TaskId != null && Held.Contains(held.State)));

    /// <summary>What a theme found of an object in any month and a task holds now: until that is answered, no other month of it goes out.</summary>
    public static IQueryable<Anomaly> InHand(IQueryable<Anomaly> rows) => rows.Where(row => row.TaskId != null && Held.Contains(row.State));

    /// <summary>Puts free anomalies into the task and returns how many were free.</summary>
    public static ValueTask<int> TakeAsync(CommitSession session, long taskId, IReadOnlyList<long> ids) => RunAsync(session, Take, taskId, ids);

    /// <summary>Frees anomalies that a task had taken and not yet admitted.</summary>
    public static ValueTask<int> ReleaseAsync(CommitSession session, long taskId, IReadOnlyList<long> ids) => RunAsync(
        session, "update anomaly set task_id = null, version = version + 1 where task_id = {0} and id in (", taskId, ids);

    /// <summary>Gives anomalies of a task to one of its cases.</summary>
    public static ValueTask<int> AssignAsync(CommitSession session, long caseId, IReadOnlyList<long> ids) => RunAsync(
        session, "update anomaly set case_id = {0}, version = version + 1 where case_id is null and id in (", caseId, ids);

    private static string Words(IEnumerable<string> states) => string.Join(", ", states.Select(state => $"'{state}'"));

    private static async ValueTask<int> RunAsync(CommitSession session, string statement, long value, IReadOnlyList<long> ids)
    {
        var changed = 0;
        foreach (var chunk in ids.Chunk(PerStatement))
        {
            var padded = chunk.Concat(Enumerable.Repeat(chunk[^1], PerStatement - chunk.Length));
            changed += await session.ExecuteAsync(FormattableStringFactory.Create(statement + Holes + ")", [value, .. padded.Cast<object>()]));
        }

        return changed;
    }
}
