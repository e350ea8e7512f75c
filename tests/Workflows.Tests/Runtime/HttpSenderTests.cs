using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>Requests to a real server: sent after the commit, answered by a stimulus, kept to the list of hosts.</summary>
public sealed class HttpSenderTests
{
    private static readonly string[] Ports = ["201", "404", "Unmatched status code", "Failed to connect", "Timeout", "Done"];

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Request_AnsweredWithAnExpectedStatus_LeavesByItsPortWithTheContent(Database kind)
    {
        await using var outside = await Outside.StartAsync();
        await using var engine = await TestEngine.CreateAsync(kind, outside.Options, Calling(outside.Url("/orders"), "POST", new JsonObject { ["no"] = 5 }));
        var id = await engine.StartAsync("call");
        await engine.Pump.IdleAsync();

        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
        Assert.Equal(["201", "Done"], await PathsAsync(engine, id));
        var seen = Assert.Single(outside.Seen);
        Assert.Equal(("POST", "/orders", """{"no":5}""", "Bearer s3cret"), (seen.Method, seen.Path, seen.Body, seen.Authorization));
        Assert.Equal(id + "-1-2", seen.Key);
        Assert.Empty(await engine.RowsAsync<OutboxRow>());
    }

    [Theory]
    [InlineData("/missing", new[] { "404", "Done" })]
    [InlineData("/teapot", new[] { "Unmatched status code", "Done" })]
    [InlineData("/hangs", new[] { "Timeout" })]
    [InlineData("/moved", new[] { "201", "Done" })]
    public async Task Request_AnsweredOtherwise_LeavesByThatPort(string path, string[] ports)
    {
        await using var outside = await Outside.StartAsync();
        await using var engine = await TestEngine.CreateAsync(Database.Sqlite, outside.Options, Calling(outside.Url(path), "GET", null));
        var id = await engine.StartAsync("call");
        await engine.Pump.IdleAsync();
        Assert.Equal(ports, await PathsAsync(engine, id));
    }

    [Fact]
    public async Task Request_ToAServerThatIsNotThere_LeavesByFailedToConnect()
    {
        var options = new HttpCallOptions { AllowedHosts = ["127.0.0.1"] };
        await using var engine = await TestEngine.CreateAsync(Database.Sqlite, options, Calling("http://127.0.0.1:1/", "GET", null));
        var id = await engine.StartAsync("call");
        await engine.Pump.IdleAsync();
        Assert.Equal(["Failed to connect"], await PathsAsync(engine, id));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Request_ToAHostThatIsNotListed_IsAnIncidentAndNothingIsSent(Database kind)
    {
        await using var outside = await Outside.StartAsync();
        await using var engine = await TestEngine.CreateAsync(kind, new HttpCallOptions { AllowedHosts = ["*.example", "127.0.0.1:1"] }, Calling(outside.Url("/orders"), "GET", null));
        var id = await engine.StartAsync("call");
        await engine.Pump.IdleAsync();

        var incident = Assert.Single(await engine.RowsAsync<IncidentRow>());
        Assert.Equal((id, "http-refused"), (incident.InstanceId, incident.Code));
        Assert.Contains("127.0.0.1", incident.Reason, StringComparison.Ordinal);
        Assert.Empty(outside.Seen);
    }

    [Theory]
    [InlineData("/away", "redirect")]
    [InlineData("/circle", "More than 5 redirects")]
    [InlineData("/long", "longer than")]
    public async Task Request_WhoseAnswerIsNotTaken_IsAnIncidentThatSaysWhy(string path, string reason)
    {
        await using var outside = await Outside.StartAsync();
        await using var engine = await TestEngine.CreateAsync(Database.Sqlite, outside.Options, Calling(outside.Url(path), "GET", null));
        await engine.StartAsync("call");
        await engine.Pump.IdleAsync();
        Assert.Contains(reason, Assert.Single(await engine.RowsAsync<IncidentRow>()).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(outside.Seen, seen => seen.Path == "/stolen");
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Request_OfAHostThatStopped_IsSentByAnotherWithTheSameKey(Database kind)
    {
        await using var outside = await Outside.StartAsync();
        await using var engine = await TestEngine.CreateAsync(kind, outside.Options, Calling(outside.Url("/orders"), "GET", null));
        engine.Services.Deliver = null;
        var id = await engine.StartAsync("call");
        await using var other = engine.AnotherHost();
        await other.Pump.SweepAsync();
        await other.Pump.IdleAsync();
        Assert.Empty(outside.Seen);

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await other.Pump.SweepAsync();
        await other.Pump.IdleAsync();

        Assert.Equal(id + "-1-2", Assert.Single(outside.Seen).Key);
        Assert.Equal("Finished", (await engine.InstanceAsync(id)).SubStatus);
    }

    // Each port leads to a node of its own, named like it: the journal of the transition tells which were taken.
    private static string Calling(string url, string method, JsonObject? content)
    {
        var call = Flow.Node("Elsa.FlowSendHttpRequest", "call", ("url", url), ("method", method), ("expectedStatusCodes", new JsonArray(201, 404)), ("authorization", "Bearer s3cret"));
        if (content is not null)
        {
            call["content"] = Flow.Node("x", "y", ("z", content))["z"]!.DeepClone();
        }

        return Flow.Chart("call", [call, .. Ports.Select(port => Flow.Node("Elsa.WriteLine", port, ("text", port)))], [.. Ports.Select(port => $"call.{port}>{port}")]);
    }

    private static async Task<List<string>> PathsAsync(TestEngine engine, string id)
    {
        var rows = (await engine.RowsAsync<HistoryRow>()).Where(row => row.Subject == "workflow/" + id);
        var lines = rows.SelectMany(row => JsonNode.Parse(row.Data)!["log"]!.AsArray().Select(line => line!.ToString()));
        return [.. Ports.Where(port => lines.Contains(port + " Started"))];
    }
}
