using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>The numbers on the nodes of the canvas: green for completed, orange for waiting, red for failed.</summary>
public static class ExecutionStats
{
    /// <param name="nodeIds">Only these nodes; null for all that ran.</param>
    public static async Task<JsonArray> ReadAsync(CaseDbContext db, InstanceRow row, IReadOnlySet<string>? nodeIds, CancellationToken cancellationToken)
    {
        var story = await StoryReader.ReadAsync(db, row, cancellationToken);
        var waiting = await db.Set<BookmarkRow>().Where(each => each.InstanceId == row.Id).Select(each => each.ActivityId).ToListAsync(cancellationToken);
        return new JsonArray([.. story.Executions.Where(each => nodeIds?.Contains(each.Node.NodeId) != false).GroupBy(each => each.Node)
            .Select(group => (JsonNode)Of(group.Key, [.. group], waiting))]);
    }

    private static JsonObject Of(StoryNode node, IReadOnlyList<StoryExecution> runs, List<string> waiting) => new()
    {
        ["activityId"] = node.Id, ["activityNodeId"] = node.NodeId, ["startedCount"] = runs.Count,
        ["completedCount"] = runs.Count(run => run.Status == "Completed"), ["uncompletedCount"] = runs.Count(run => run.EndedAt is null),
        ["isBlocked"] = waiting.Contains(node.Id), ["isFaulted"] = runs[^1].IsFaulted, ["metadata"] = new JsonObject(),
    };
}
