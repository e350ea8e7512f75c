using System.Text.Json.Nodes;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Instances;

/// <summary>An instance as list and viewer read it.</summary>
public static class InstanceView
{
    /// <param name="number">The human number of the case or task behind it.</param>
    public static JsonObject Summary(InstanceRow row, string? number) => new()
    {
        ["id"] = row.Id,
        ["definitionId"] = row.DefinitionId,
        ["definitionVersionId"] = VersionId.Of(row.DefinitionId, row.DefinitionVersion),
        ["version"] = row.DefinitionVersion,
        ["status"] = row.Status,
        ["subStatus"] = row.SubStatus,
        ["correlationId"] = row.CorrelationId,
        ["name"] = row.Name ?? number ?? row.CorrelationId,
        ["incidentCount"] = row.IncidentCount,
        ["isSystem"] = false,
        ["createdAt"] = StudioJson.Time(row.CreatedAt),
        ["updatedAt"] = StudioJson.Time(row.UpdatedAt),
        ["finishedAt"] = row.FinishedAt is { } finished ? StudioJson.Time(finished) : null,
    };

    public static JsonObject Full(InstanceRow row, string? number, InstanceStory story, IReadOnlyList<IncidentRow> incidents, IReadOnlyList<BookmarkRow> bookmarks)
    {
        var full = Summary(row, number);
        full["workflowState"] = State(row, story, incidents, bookmarks);
        return full;
    }

    private static JsonObject State(InstanceRow row, InstanceStory story, IReadOnlyList<IncidentRow> incidents, IReadOnlyList<BookmarkRow> bookmarks) => new()
    {
        ["id"] = row.Id,
        ["definitionId"] = row.DefinitionId,
        ["definitionVersionId"] = VersionId.Of(row.DefinitionId, row.DefinitionVersion),
        ["definitionVersion"] = row.DefinitionVersion,
        ["correlationId"] = row.CorrelationId,
        ["status"] = row.Status,
        ["subStatus"] = row.SubStatus,
        ["bookmarks"] = new JsonArray([.. bookmarks.Select(each => (JsonNode)Bookmark(each, story))]),
        ["incidents"] = new JsonArray([.. incidents.Select(each => (JsonNode)Incident(each, story))]),
        ["completionCallbacks"] = new JsonArray(),
        ["activityExecutionContexts"] = new JsonArray([.. story.Executions.Select(each => (JsonNode)Context(each, story))]),
        ["input"] = new JsonObject(),
        ["output"] = new JsonObject(),
        ["properties"] = new JsonObject(),
        ["createdAt"] = StudioJson.Time(row.CreatedAt),
        ["updatedAt"] = StudioJson.Time(row.UpdatedAt),
        ["finishedAt"] = row.FinishedAt is { } finished ? StudioJson.Time(finished) : null,
    };

    private static JsonObject Bookmark(BookmarkRow row, InstanceStory story) => new()
    {
        ["id"] = row.BookmarkId, ["name"] = row.Name, ["hash"] = "", ["payload"] = null, ["activityId"] = row.ActivityId,
        ["activityNodeId"] = story.Node(row.ActivityId).NodeId, ["activityInstanceId"] = story.LastOf(row.ActivityId)?.Id, ["autoBurn"] = true,
    };

    private static JsonObject Incident(IncidentRow row, InstanceStory story) => new()
    {
        ["activityId"] = row.ActivityId, ["activityNodeId"] = story.Node(row.ActivityId).NodeId, ["activityInstanceId"] = story.LastOf(row.ActivityId)?.Id,
        ["activityType"] = story.Node(row.ActivityId).Type, ["message"] = row.Reason,
        ["exception"] = new JsonObject { ["type"] = row.Code, ["message"] = row.Reason, ["stackTrace"] = null, ["innerException"] = null },
        ["timestamp"] = StudioJson.Time(row.OccurredAt),
    };

    private static JsonObject Context(StoryExecution execution, InstanceStory story) => new()
    {
        ["id"] = execution.Id, ["parentContextId"] = story.ParentOf(execution), ["scheduledActivityNodeId"] = execution.Node.NodeId,
        ["ownerActivityNodeId"] = execution.Node.ParentNodeId, ["properties"] = new JsonObject(), ["activityState"] = new JsonObject(),
        ["dynamicVariables"] = new JsonArray(), ["status"] = execution.Status, ["isExecuting"] = false, ["faultCount"] = execution.IsFaulted ? 1 : 0,
        ["startedAt"] = StudioJson.Time(execution.StartedAt), ["tag"] = null,
    };
}
