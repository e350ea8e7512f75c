using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Designer.Instances;

/// <summary>POST /workflow-instances/{id}/journal: the lines of the story, filtered as the viewer asks.</summary>
public static class ReadJournal
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/workflow-instances/{id}/journal", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead)).WithName("elsa.instance.journal");

    private static async Task<IResult> HandleAsync(string id, HttpContext context, CaseDbContext db, CurrentAccount me)
    {
        var filter = (await StudioJson.ReadBodyAsync(context.Request))["filter"] as JsonObject ?? [];
        var row = await VisibleInstances.GetAsync(db, me, id, context.RequestAborted);
        var story = await StoryReader.ReadAsync(db, row, context.RequestAborted);
        var wanted = story.Lines.Where(line => Matches(line, filter)).ToList();
        var page = wanted.Skip(context.Request.Whole("skip", 0)).Take(Math.Clamp(context.Request.Whole("take", 100), 1, 1000));
        return Results.Json(StudioJson.PageOf(page.Select(line => Record(id, line, story)), wanted.Count));
    }

    private static bool Matches(StoryLine line, JsonObject filter) =>
        In(filter["activityIds"], line.Node.Id) && In(filter["activityNodeIds"], line.Node.NodeId) && In(filter["eventNames"], line.Event)
        && !StudioJson.TextsOf(filter["excludedActivityTypes"]).Contains(line.Node.Type);

    private static bool In(JsonNode? wanted, string value) => wanted is not JsonArray { Count: > 0 } || StudioJson.TextsOf(wanted).Contains(value);

    private static JsonObject Record(string instanceId, StoryLine line, InstanceStory story) => new()
    {
        ["id"] = $"{instanceId}~{line.Sequence}",
        ["activityInstanceId"] = line.ExecutionId,
        ["parentActivityInstanceId"] = story.Executions.FirstOrDefault(each => each.Id == line.ExecutionId) is { } execution ? story.ParentOf(execution) : null,
        ["activityId"] = line.Node.Id,
        ["activityType"] = line.Node.Type,
        ["activityTypeVersion"] = line.Node.Version,
        ["activityName"] = line.Node.Name,
        ["nodeId"] = line.Node.NodeId,
        ["timestamp"] = StudioJson.Time(line.At),
        ["sequence"] = line.Sequence,
        ["eventName"] = line.Event,
        ["message"] = null,
        ["source"] = null,
        ["activityState"] = null,
        ["payload"] = line.Outcomes.Count == 0 ? null : new JsonObject { ["Outcomes"] = new JsonArray([.. line.Outcomes.Select(each => (JsonNode)each)]) },
    };
}
