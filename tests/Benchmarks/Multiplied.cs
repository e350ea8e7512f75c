using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using System.Data.Common;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// Years of a province in minutes: rows are multiplied inside the database from one real instance, set by set. The copies are never resumed; they only lie
/// where the engine's reads and writes have to pass them.
/// </summary>
internal sealed class Multiplied(CaseDbContext model, DbConnection connection, string template)
{
    private const int Chunk = 100_000;

    // Copies of one case have ids of their own, above those of the templates.
    private const long CaseStep = 1_000_000;

    public async Task VersionsAsync(int count) => await CopyAsync<DefinitionRow>(
        0, count, "t.definition_id = 'work-items' and t.definition_version = 1", ("definition_version", "i + 1"), ("content_hash", "'copy' || i"), ("is_latest_published", "(1 = 0)"));

    /// <summary>Cases that are over: instance, its answered work item, its last history entry and the head of its chain.</summary>
    public Task FinishedAsync(int count) => InstancesAsync(count, "fin", ("status", "'Finished'"), ("sub_status", "'Finished'"), ("finished_at", "t.updated_at"));

    /// <summary>Cases that wait: the same, with an open bookmark and an open work item.</summary>
    public async Task WaitingAsync(int count)
    {
        await InstancesAsync(count, "wait");
        await EachChunkAsync(count, (from, many) => CopyAsync<BookmarkRow>(
            from, many, $"t.instance_id = '{template}'", ("instance_id", "'wait' || i"), ("bookmark_id", "'wait' || i || '-1-1'"), ("correlation_id", "'case/wait' || i")));
    }

    /// <summary>Cases that went all the way: case, instance, answered work items and the whole history.</summary>
    public async Task ClosedCasesAsync(long caseId, int count)
    {
        var (id, from) = ($"{caseId * CaseStep} + i", $"'case/{caseId}'");
        var (instance, subject) = ($"'closed{caseId}-' || i", $"'case/' || ({id})");
        await CopyAsync<AuditCase>(0, count, $"t.id = {caseId}", ("id", id), ("number", $"t.number || '-' || i"), ("instance_id", instance));
        await CopyAsync<InstanceRow>(0, count, $"t.id = '{template}'", ("id", instance), ("correlation_id", subject));
        await CopyAsync<HistoryRow>(0, count, $"t.subject = {from}", ("subject", subject), ("data", $"replace(t.data, '{template}', {instance})"));
        await CopyAsync<WorkItem>(
            0, count, $"t.subject = {from}", ("id", $"replace(t.id, '{template}', {instance})"), ("instance_id", instance), ("bookmark_id", $"replace(t.bookmark_id, '{template}', {instance})"), ("subject", subject));
    }

    private Task InstancesAsync(int count, string prefix, params (string Column, string Value)[] state) => EachChunkAsync(count, async (from, many) =>
    {
        var id = $"'{prefix}' || i";
        var subject = $"'case/{prefix}' || i";
        await CopyAsync<InstanceRow>(from, many, $"t.id = '{template}'", [("id", id), ("correlation_id", subject), .. state]);
        await CopyAsync<HistoryRow>(from, many, $"t.subject = 'case/{template}' and t.seq = 1", ("subject", subject));
        await CopyAsync<HistoryHeadRow>(from, many, $"t.subject = 'case/{template}'", ("subject", subject));
        await CopyAsync<WorkItem>(
            from, many, $"t.instance_id = '{template}'", ("id", $"{id} || '-1-1'"), ("instance_id", id), ("bookmark_id", $"{id} || '-1-1'"), ("subject", subject),
            ("state", state.Length > 0 ? $"'{WorkItemStates.Completed}'" : $"'{WorkItemStates.Open}'"));
    });

    private static async Task EachChunkAsync(int count, Func<int, int, Task> copy)
    {
        for (var from = 0; from < count; from += Chunk)
        {
            await copy(from, Math.Min(Chunk, count - from));
        }
    }

    private async Task CopyAsync<T>(int from, int count, string where, params (string Column, string Value)[] changes)
    {
        var entity = model.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().Select(property => property.GetColumnName()).ToList();
        var values = columns.Select(column => Array.Find(changes, change => change.Column == column).Value ?? $"t.{column}");
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 600;
        command.CommandText = $"""
            insert into {entity.GetTableName()} ({string.Join(", ", columns)})
            with recursive n(i) as (select {from + 1} union all select i + 1 from n where i < {from + count})
            select {string.Join(", ", values)} from {entity.GetTableName()} t cross join n where {where}
            """;
        await command.ExecuteNonQueryAsync();
    }
}
