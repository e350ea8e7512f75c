using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>The badges on the canvas and the runs of one node: /activity-executions/* and /activity-execution-summaries/*.</summary>
public static class ReadExecutions
{
    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapPost("/activity-executions/report", ReportAsync).WithName("elsa.executions.report");
        reads.MapGet("/activity-executions/list", (HttpContext context, CaseDbContext db, CurrentAccount me) => ListAsync(context, db, me, full: true)).WithName("elsa.executions.list");
        reads.MapGet("/activity-execution-summaries/list", (HttpContext context, CaseDbContext db, CurrentAccount me) => ListAsync(context, db, me, full: false)).WithName("elsa.executions.summaries");
        reads.MapGet("/activity-executions/by-id", ByIdAsync).WithName("elsa.execution.read");
        reads.MapGet("/activity-executions/{id}/call-stack", CallStackAsync).WithName("elsa.execution.call-stack");
    }

    private static async Task<IResult> ReportAsync(HttpContext context, CaseDbContext db, CurrentAccount me)
    {
        var body = await StudioJson.ReadBodyAsync(context.Request);
        var row = await VisibleInstances.GetAsync(db, me, StudioJson.TextOf(body["workflowInstanceId"]), context.RequestAborted);
        var stats = await ExecutionStats.ReadAsync(db, row, StudioJson.TextsOf(body["activityNodeIds"]).ToHashSet(), context.RequestAborted);
        return Results.Json(new JsonObject { ["stats"] = stats });
    }

    private static async Task<IResult> ListAsync(HttpContext context, CaseDbContext db, CurrentAccount me, bool full)
    {
        var row = await VisibleInstances.GetAsync(db, me, context.Request.Text("workflowInstanceId"), context.RequestAborted);
        var story = await StoryReader.ReadAsync(db, row, context.RequestAborted);
        var node = context.Request.Text("activityNodeId");
        return Results.Json(StudioJson.ListOf(story.Executions.Where(each => node is null || each.Node.NodeId == node).Select(each => Execution(row, each, full))));
    }

    private static async Task<IResult> ByIdAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var (row, execution, _) = await FindAsync(id, db, me, cancellationToken);
        return Results.Json(Execution(row, execution, full: true));
    }

    private static async Task<IResult> CallStackAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var (row, execution, story) = await FindAsync(id, db, me, cancellationToken);
        var chain = new List<JsonNode>();
        for (var each = execution; each is not null; each = story.Executions.FirstOrDefault(other => other.Id == story.ParentOf(each)))
        {
            chain.Insert(0, Execution(row, each, full: true));
        }

        return Results.Json(new JsonObject { ["activityExecutionId"] = id, ["items"] = new JsonArray([.. chain]), ["totalCount"] = chain.Count });
    }

    private static async Task<(InstanceRow Row, StoryExecution Execution, InstanceStory Story)> FindAsync(string id, CaseDbContext db, CurrentAccount me, CancellationToken cancellationToken)
    {
        var row = await VisibleInstances.GetAsync(db, me, id.Split('~')[0], cancellationToken);
        var story = await StoryReader.ReadAsync(db, row, cancellationToken);
        return (row, story.Executions.FirstOrDefault(each => each.Id == id) ?? throw new ProblemException(Problem.NotFound()), story);
    }

    private static JsonObject Execution(InstanceRow row, StoryExecution execution, bool full)
    {
        var json = new JsonObject
        {
            ["id"] = execution.Id, ["workflowInstanceId"] = row.Id, ["activityId"] = execution.Node.Id, ["activityNodeId"] = execution.Node.NodeId,
            ["activityType"] = execution.Node.Type, ["activityTypeVersion"] = execution.Node.Version, ["activityName"] = execution.Node.Name,
            ["metadata"] = new JsonObject(), ["startedAt"] = StudioJson.Time(execution.StartedAt), ["hasBookmarks"] = execution.Status == "Running",
            ["status"] = execution.Status, ["aggregateFaultCount"] = execution.IsFaulted ? 1 : 0,
            ["completedAt"] = execution.EndedAt is { } ended ? StudioJson.Time(ended) : null,
            ["schedulingActivityExecutionId"] = null, ["schedulingActivityId"] = null, ["schedulingWorkflowInstanceId"] = null, ["callStackDepth"] = 1,
        };
        if (full)
        {
            json["activityState"] = new JsonObject();
            json["payload"] = execution.Outcomes.Count == 0 ? null : new JsonObject { ["Outcomes"] = new JsonArray([.. execution.Outcomes.Select(each => (JsonNode)each)]) };
            json["outputs"] = null;
            json["properties"] = new JsonObject();
            json["exception"] = null;
        }

        return json;
    }
}
