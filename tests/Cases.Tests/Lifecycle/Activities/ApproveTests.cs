using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class ApproveTests
{
    [Fact]
    public async Task Approve_OfATask_ComesBetweenPlanningAndDispatchAndRejectsBackToIt()
    {
        await using var world = await TaskWorldAsync("Audit.Approve", "批准");
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomalyAsync()));
        Assert.Equal(("task", "pending-approval"), await world.AnswerAsync(AuditWorld.Analyst, task, "生成", WholeLoopTests.Confirmation()));

        Assert.Equal(("task", "creating"), await world.AnswerAsync(AuditWorld.Owner, task, "驳回", Opinion(), "范围过大"));
        await world.AnswerAsync(AuditWorld.Analyst, task, "生成", WholeLoopTests.Confirmation());
        Assert.Equal(("dispatch", "dispatching"), await world.AnswerAsync(AuditWorld.Owner, task, "批准", Opinion()));
        Assert.Single(await world.CasesAsync(task.Id));
    }

    [Fact]
    public void Approve_ByThePersonWhoPrepared_IsRefused() => Assert.Equal(
        [new GuardProblem(null, "four-eyes")],
        new Approve().Guard(new AnswerFacts(new Answer("批准", null, [], 1), 0, "1001", new HashSet<string> { "1001" })));

    internal static JsonObject Opinion() => new() { ["opinion"] = "同意按此范围派发" };

    /// <summary>The shipped task lifecycle with one more node between planning and dispatch; every other outcome leads back to planning.</summary>
    internal static Task<AuditWorld> TaskWorldAsync(string type, string goesOn, params (string, string)[] inputs) => AuditWorld.CreateAsync(change: (key, json) =>
    {
        if (key != "audit-task")
        {
            return json;
        }

        var node = OneStep.Node(type, inputs);
        node["id"] = "asked";
        var links = json["root"]!["connections"]!.AsArray();
        json["root"]!["activities"]!.AsArray().Add(node);
        links.Single(link => link!["source"]!["activity"]!.ToString() == "generate")!["target"]!["activity"] = node["id"]!.DeepClone();
        foreach (var port in AuditActivities.All.Single(activity => activity.Descriptor.TypeName == type).Descriptor.Ports)
        {
            links.Add(new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = node["id"]!.DeepClone(), ["port"] = port },
                ["target"] = new JsonObject { ["activity"] = port == goesOn ? "dispatch" : "generate", ["port"] = "In" },
            });
        }

        return json;
    });
}
