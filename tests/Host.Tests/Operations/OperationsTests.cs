using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Operations;

/// <summary>An operator looks after running processes over the served interface.</summary>
public sealed class OperationsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Incident_EditedAndRetried_IsGoneAndTheProcessGoesOn()
    {
        var id = await StartAsync("check-one");
        using var owner = await site.AsAsync("owner");
        var incident = (await owner.ReadAsync("/api/operations/incidents"))["items"]!.AsArray().Single(item => item!["instanceId"]!.ToString() == id)!;
        Assert.Equal("input", incident["code"]!.ToString());
        var instance = await owner.ReadAsync($"/api/operations/instances/{id}");
        var token = Assert.Single(instance["activities"]!.AsArray())!;
        Assert.True(token["failed"]!.GetValue<bool>());

        Assert.Equal("operation-wrong", await Visitor.CodeOf(await RepairAsync(owner, id, new { action = "edit-variable", name = "N", value = 1 })));
        Assert.Equal(HttpStatusCode.OK, (await RepairAsync(owner, id, new { action = "edit-variable", name = "N", value = 1, reason = "阈值错误", requestKey = "e1" })).StatusCode);
        var retry = new { action = "retry", activityInstanceId = token["activityInstanceId"]!.ToString(), reason = "已更正", requestKey = "r1" };
        Assert.Equal("Finished", (await (await RepairAsync(owner, id, retry)).Content.ReadFromJsonAsync<JsonNode>())!["status"]!.ToString());
        Assert.Equal("Repeated", (await (await RepairAsync(owner, id, retry)).Content.ReadFromJsonAsync<JsonNode>())!["status"]!.ToString());
        Assert.DoesNotContain((await owner.ReadAsync("/api/operations/incidents"))["items"]!.AsArray(), item => item!["instanceId"]!.ToString() == id);
    }

    [Fact]
    public async Task Incidents_Alike_AreSkippedTogetherWithAnAnswerForEach()
    {
        var ids = new[] { await StartAsync("check-many"), await StartAsync("check-many") };
        using var owner = await site.AsAsync("owner");
        var group = (await owner.ReadAsync("/api/operations/incidents"))["groups"]!.AsArray().Single(each => each!["definitionId"]!.ToString() == "check-many")!;
        Assert.Equal(2, group["count"]!.GetValue<int>());

        var answer = await owner.PostAsync("/api/operations/incidents/repair-alike", new
        {
            definitionId = "check-many", definitionVersion = 1, activityId = "x", code = "input", outcome = "Done", reason = "整批跳过", requestKey = "a1",
        });

        var body = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal((2, 0), (body["done"]!.GetValue<int>(), body["failed"]!.GetValue<int>()));
        Assert.Equal(ids.Order(StringComparer.Ordinal), body["results"]!.AsArray().Select(result => result!["instanceId"]!.ToString()));
    }

    [Fact]
    public async Task Process_SuspendedAndContinued_SaysSoAndIsRefusedTwice()
    {
        var id = await StartAsync("check-held");
        using var owner = await site.AsAsync("owner");
        Assert.Equal(HttpStatusCode.OK, (await RepairAsync(owner, id, new { action = "suspend", reason = "等待批复", requestKey = "s1" })).StatusCode);
        Assert.True((await owner.ReadAsync($"/api/operations/instances/{id}"))["suspended"]!.GetValue<bool>());
        Assert.Equal("operation-refused", await Visitor.CodeOf(await RepairAsync(owner, id, new { action = "suspend", reason = "再次", requestKey = "s2" })));
        Assert.Equal(HttpStatusCode.OK, (await RepairAsync(owner, id, new { action = "continue", reason = "批复已到", requestKey = "s3" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await RepairAsync(owner, id, new { action = "cancel", reason = "作废", requestKey = "s4" })).StatusCode);
    }

    [Fact]
    public async Task Letter_NobodyWaitsFor_IsListedPutAsideAndDismissed()
    {
        await site.Services.GetRequiredService<WorkflowRuntime>().SignalAsync(new SignalRequest(Event.Stimulus, "nobody-waits", null));
        using var admin = await site.AsAsync("admin");
        var letter = (await admin.ReadAsync("/api/operations/letters")).AsArray().Single(each => each!["about"]!.ToString() == "Elsa.Event nobody-waits")!;
        Assert.True(letter["waits"]!.GetValue<bool>());
        var (kind, id) = (letter["kind"]!.ToString(), letter["id"]!.ToString());

        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync("/api/operations/letters/decide", new { kind, id, decision = "put-aside", reason = "误发" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync("/api/operations/letters/decide", new { kind, id, decision = "dismiss", reason = "误发" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync("/api/operations/letters/decide", new { kind, id, decision = "dismiss", reason = "误发" })).StatusCode);
    }

    [Fact]
    public async Task Case_OfAForeignOrganisation_IsNotThere()
    {
        var foreign = await site.AddCaseAsync();
        var id = await StartAsync("check-foreign", $"case/{foreign}");
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_case set org_path = {"/99/9901/"} where id = {foreign}"));
        using var owner = await site.AsAsync("owner");

        Assert.DoesNotContain((await owner.ReadAsync("/api/operations/incidents"))["items"]!.AsArray(), item => item!["instanceId"]!.ToString() == id);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/api/operations/instances/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await RepairAsync(owner, id, new { action = "cancel", reason = "x", requestKey = "f1" })).StatusCode);
        var answer = await owner.PostAsync("/api/operations/incidents/repair-alike", new
        {
            definitionId = "check-foreign", definitionVersion = 1, activityId = "x", code = "input", reason = "x", requestKey = "f2",
        });
        Assert.Empty((await answer.Content.ReadFromJsonAsync<JsonNode>())!["results"]!.AsArray());
    }

    [Fact]
    public async Task Health_OfARunningHost_HasItsFigures()
    {
        using var stranger = site.Stranger();
        var open = await stranger.ReadAsync("/health");
        Assert.Equal("ok", open["status"]!.ToString());
        Assert.Equal(0, open["timers"]!["due"]!.GetValue<int>());
        using var admin = await site.AsAsync("admin");
        Assert.True((await admin.ReadAsync("/api/operations/health"))["well"]!.GetValue<bool>());
    }

    private static Task<HttpResponseMessage> RepairAsync(Visitor visitor, string id, object request) => visitor.PostAsync($"/api/operations/instances/{id}/repair", request);

    private async Task<string> StartAsync(string definitionId, string? correlationId = null)
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(Failing(definitionId), "system", publish: true);
        var result = await site.Services.GetRequiredService<WorkflowRuntime>().StartAsync(new StartRequest(definitionId, []) { CorrelationId = correlationId });
        return Assert.IsType<RuntimeResult.Landed>(result).InstanceId;
    }

    // One line that cannot be said before the variable N is more than nothing.
    private static string Failing(string definitionId) => new JsonObject
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "0" }),
        ["root"] = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = "root",
            ["activities"] = new JsonArray(new JsonObject
            {
                ["type"] = "Elsa.WriteLine",
                ["id"] = "x",
                ["version"] = 1,
                ["text"] = new JsonObject
                {
                    ["typeName"] = "String",
                    ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "variables.N > 0 ? 'ok' : missing.value" },
                },
            }),
            ["connections"] = new JsonArray(),
            ["start"] = "x",
        },
    }.ToJsonString();
}
