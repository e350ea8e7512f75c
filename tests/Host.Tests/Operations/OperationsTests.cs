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
        Assert.Equal("x", incident["step"]!.ToString());
        Assert.StartsWith("Failed to evaluate activity input 'Text': ", incident["reason"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(incident["outcomes"]!.AsArray());
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
    public async Task Token_TriedAndMoved_GoesWhereTheForecastSaid()
    {
        var id = await StartAsync("check-moved", target: true);
        using var owner = await site.AsAsync("owner");
        var token = Assert.Single((await owner.ReadAsync($"/api/operations/instances/{id}"))["activities"]!.AsArray())!;
        Assert.Equal("y", Assert.Single(token["targets"]!.AsArray())!["activityId"]!.ToString());
        var move = new { action = "move-token", activityInstanceId = token["activityInstanceId"]!.ToString(), toActivityId = "y" };

        var forecast = (await (await owner.PostAsync($"/api/operations/instances/{id}/preview", move)).Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(("Running", "y"), (forecast["status"]!.ToString(), Assert.Single(forecast["opens"]!.AsArray())!["activityId"]!.ToString()));
        Assert.Single((await owner.ReadAsync($"/api/operations/instances/{id}"))["activities"]!.AsArray(), each => each!["failed"]!.GetValue<bool>());

        var answer = await RepairAsync(owner, id, new { move.action, move.activityInstanceId, move.toActivityId, reason = "线下已办", requestKey = "m1" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("y", Assert.Single((await owner.ReadAsync($"/api/operations/instances/{id}"))["activities"]!.AsArray())!["activityId"]!.ToString());
    }

    [Fact]
    public async Task Preview_OfNoRepairOrAForeignProcess_IsRefused()
    {
        var id = await StartAsync("check-tried");
        using var owner = await site.AsAsync("owner");
        Assert.Equal("operation-wrong", await Visitor.CodeOf(await owner.PostAsync($"/api/operations/instances/{id}/preview", new { action = "dance" })));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.PostAsync("/api/operations/instances/nobody/preview", new { action = "cancel" })).StatusCode);
    }

    [Fact]
    public async Task Incidents_OfManyUnits_ArePagedInsideTheOwnOrganisation()
    {
        var (own, foreign) = (await site.AddCaseAsync(), await site.AddCaseAsync());
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_case set org_path = {"/99/9901/"} where id = {foreign}"));
        var mine = new HashSet<string>();
        for (var round = 0; round < 3; round++)
        {
            mine.Add(await StartAsync("check-paged", $"case/{own}"));
            await StartAsync("check-paged", $"case/{foreign}");
        }

        using var owner = await site.AsAsync("owner");
        var (seen, next, pages) = (new List<string>(), "", 0);
        do
        {
            var page = await owner.ReadAsync($"/api/operations/incidents?take=2&after={next}");
            seen.AddRange(page["items"]!.AsArray().Where(item => item!["definitionId"]!.ToString() == "check-paged").Select(item => item!["instanceId"]!.ToString()));
            Assert.True(page["next"] is null || page["items"]!.AsArray().Count == 2);
            Assert.Equal(pages++ == 0, page["groups"]!.AsArray().Count > 0);
            next = page["next"]?.ToString();
        }
        while (next is not null);

        Assert.Equal(mine.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Process_FoundByTheNumberOfItsCase_OnlyInsideTheOwnOrganisation()
    {
        var id = await site.AddCaseAsync();
        var instance = await StartAsync("check-found", $"case/{id}");
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_case set instance_id = {instance}, number = {"GD-FOUND-1"} where id = {id}"));
        using var owner = await site.AsAsync("owner");
        Assert.Equal(instance, Assert.Single((await owner.ReadAsync("/api/operations/instances?q=FOUND-1")).AsArray())!["id"]!.ToString());
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_case set org_path = {"/99/9901/"} where id = {id}"));
        Assert.Empty((await owner.ReadAsync("/api/operations/instances?q=FOUND-1")).AsArray());
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

    private async Task<string> StartAsync(string definitionId, string? correlationId = null, bool target = false)
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(Failing(definitionId, target), "system", publish: true);
        var result = await site.Services.GetRequiredService<WorkflowRuntime>().StartAsync(new StartRequest(definitionId, []) { CorrelationId = correlationId });
        return Assert.IsType<RuntimeResult.Landed>(result).InstanceId;
    }

    private static JsonObject Waiting() => new()
    {
        ["type"] = "Elsa.Event",
        ["id"] = "y",
        ["version"] = 1,
        ["eventName"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "never-comes" } },
    };

    // One line that cannot be said before the variable N is more than nothing.
    private static string Failing(string definitionId, bool target) => new JsonObject
    {
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "0" }),
        ["root"] = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = "root",
            ["activities"] = new JsonArray([.. target ? [Waiting()] : Array.Empty<JsonNode>(), new JsonObject
            {
                ["type"] = "Elsa.WriteLine",
                ["id"] = "x",
                ["version"] = 1,
                ["text"] = new JsonObject
                {
                    ["typeName"] = "String",
                    ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "variables.N > 0 ? 'ok' : missing.value" },
                },
            }]),
            ["connections"] = new JsonArray(),
            ["start"] = "x",
        },
    }.ToJsonString();
}
