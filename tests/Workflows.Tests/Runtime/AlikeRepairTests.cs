using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>What failed alike is repaired by one command, each instance with its own answer; what may try again by itself does so by timer rows.</summary>
public sealed class AlikeRepairTests
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task RetryAlike_HundredsThatFailed_AnswersForEachAndRunsEachOnce(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Checks("check"), Checks("other"));
        var ids = await Task.WhenAll(Enumerable.Range(0, 150).Select(_ => engine.StartAsync("check")));
        var stranger = await engine.StartAsync("other");
        Assert.Equal(151, (await engine.RowsAsync<IncidentRow>()).Count);
        await Task.WhenAll(ids.Take(149).Select(id => engine.Runtime.RepairAsync(new RepairRequest(id, new Stimulus.EditVariable("N", 1)))));
        engine.Time.Advance(TimeSpan.FromSeconds(1));

        var results = await engine.Alike.RunAsync(new AlikeRequest("check", 1, "x", "input", "7") { Reason = "阈值已更正", RequestKey = "all-1" });

        Assert.Equal(ids.Order(StringComparer.Ordinal), results.Select(result => result.InstanceId));
        Assert.Equal(149, results.Count(result => result.Done));
        Assert.Equal((ids[149], "failed-again"), results.Where(result => !result.Done).Select(result => (result.InstanceId, result.Code)).Single());
        Assert.Equal(149, (await engine.RowsAsync<InstanceRow>()).Count(instance => instance.SubStatus == "Finished"));
        Assert.Equal(new[] { ids[149], stranger }.Order(StringComparer.Ordinal), (await engine.RowsAsync<IncidentRow>()).Select(row => row.InstanceId).Order(StringComparer.Ordinal));

        var again = await engine.Alike.RunAsync(new AlikeRequest("check", 1, "x", "input", "7") { RequestKey = "all-1" });
        Assert.Equal((true, "repeated"), (Assert.Single(again).Done, again[0].Code));
        Assert.Equal(2, (await engine.InstanceAsync(ids[149])).Sequence);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task SkipAlike_OfOneVersion_LeavesTheOtherVersionAlone(Database kind)
    {
        await using var engine = await TestEngine.CreateAsync(kind, Checks("check"));
        var old = await engine.StartAsync("check");
        await engine.Definitions.ImportAsync(Checks("check", "second"), "system", publish: true);
        var young = await engine.StartAsync("check");

        var result = Assert.Single(await engine.Alike.RunAsync(new AlikeRequest("check", 2, "x", "input", "7", Outcome: "Done")));

        Assert.Equal((young, true), (result.InstanceId, result.Done));
        Assert.Equal(("Running", "Finished"), ((await engine.InstanceAsync(old)).Status, (await engine.InstanceAsync(young)).Status));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task RetryPolicy_OfANode_TriesAgainByTimerRowsAlsoOnAnotherHostAndThenIsAnIncident(Database kind)
    {
        var definition = (JsonObject)JsonNode.Parse(Checks("check"))!;
        definition["root"]!["activities"]![0]!["customProperties"] = new JsonObject { ["retry"] = new JsonObject { ["count"] = 2, ["delay"] = "00:01:00", ["factor"] = 3 } };
        await using var engine = await TestEngine.CreateAsync(kind, definition.ToJsonString());
        var id = await engine.StartAsync("check");
        Assert.Empty(await engine.RowsAsync<IncidentRow>());
        Assert.Equal(new DateTime(2026, 6, 1, 0, 1, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<TimerRow>()).DueAt);

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.Pump.SweepAsync();
        Assert.Equal(new DateTime(2026, 6, 1, 0, 4, 0, DateTimeKind.Utc), Assert.Single(await engine.RowsAsync<TimerRow>()).DueAt);
        engine.Time.Advance(TimeSpan.FromMinutes(3));
        await using var restarted = engine.AnotherHost();
        await restarted.Pump.SweepAsync();

        Assert.Empty(await engine.RowsAsync<TimerRow>());
        Assert.Equal((id, "x", "input"), (await engine.RowsAsync<IncidentRow>()).Select(row => (row.InstanceId, row.ActivityId, row.Code)).Single());
        Assert.Equal(3, (await engine.InstanceAsync(id)).Sequence);
    }

    private static string Checks(string definitionId, string text = "ok")
    {
        var json = (JsonObject)JsonNode.Parse(Flow.Chart(definitionId, [Flow.Script(Flow.Node("Elsa.WriteLine", "x"), "text", $"variables.N > 0 ? '{text}' : missing.value")]))!;
        json["variables"] = new JsonArray(new JsonObject { ["id"] = "v1", ["name"] = "N", ["typeName"] = "Int32", ["value"] = "0" });
        return json.ToJsonString();
    }
}
