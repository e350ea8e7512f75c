using System.Text.Json.Nodes;

namespace CaseMgmt.E2e.Designer;

/// <summary>From an anomaly of the sample county to a dispatched case, by the same calls that the product's pages make.</summary>
internal static class CaseStory
{
    /// <summary>Starts a case on the published version of a lifecycle and returns its instance.</summary>
    public static async Task<string> StartAsync(Browsers browsers, Uri address, StudioPage watcher, string lifecycle)
    {
        await using var analyst = await StudioPage.SignInAsync(browsers, address, "analyst");
        var anomaly = (await analyst.CallAsync("GET", "/api/anomalies?state=new&theme=DJ-01&take=1"))["items"]![0]!["id"]!;
        await analyst.CallAsync("POST", "/api/anomalies/triage", new JsonObject { ["ids"] = new JsonArray(anomaly.DeepClone()), ["decision"] = "to-handle" });
        await analyst.CallAsync("POST", "/api/tasks", new JsonObject
        {
            ["requestKey"] = Guid.NewGuid().ToString(), ["title"] = "设计器验证任务", ["type"] = "online", ["urgency"] = "normal", ["anomalyIds"] = new JsonArray(anomaly.DeepClone()),
        });
        await AnswerAsync(analyst, "生成", new JsonObject { ["title"] = "设计器验证任务", ["type"] = "online", ["urgency"] = "normal" });
        await AnswerAsync(analyst, "派发", []);
        return (string)(await UntilAsync(async () => (await watcher.CallAsync("POST", "/elsa/api/workflow-instances", new JsonObject
        {
            ["page"] = 0, ["pageSize"] = 10, ["definitionIds"] = new JsonArray(lifecycle),
        }))["items"]!.AsArray().FirstOrDefault()))["id"]!;
    }

    /// <summary>Answers the person's first open work item that has this outcome.</summary>
    public static async Task AnswerAsync(StudioPage person, string outcome, JsonObject answers)
    {
        var item = await UntilAsync(async () => await FindAsync(person, outcome));
        await person.CallAsync("POST", $"/api/work-items/{item["id"]}/complete", new JsonObject
        {
            ["requestKey"] = Guid.NewGuid().ToString(), ["version"] = item["version"]!.DeepClone(), ["outcome"] = outcome, ["answers"] = answers, ["comment"] = "不属于本单位",
        });
    }

    private static async Task<JsonNode?> FindAsync(StudioPage person, string outcome)
    {
        foreach (var line in (await person.CallAsync("GET", "/api/work-items?scope=mine&take=20"))["items"]!.AsArray())
        {
            var item = await person.CallAsync("GET", $"/api/work-items/{line!["id"]}");
            if (item["outcomes"]!.AsArray().Any(each => (string?)each!["value"] == outcome))
            {
                return item;
            }
        }

        return null;
    }

    private static async Task<JsonNode> UntilAsync(Func<Task<JsonNode?>> look)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await tick.WaitForNextTickAsync(patience.Token))
        {
            if (await look() is { } found)
            {
                return found;
            }
        }

        throw new TimeoutException("Nothing came.");
    }
}
