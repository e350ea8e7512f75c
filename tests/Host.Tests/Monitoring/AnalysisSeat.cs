using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>Starts a calculation and waits for its end, as the page does by asking again.</summary>
internal static class AnalysisSeat
{
    private const int MostQuestions = 20_000;

    /// <summary>The result of a calculation that ends well.</summary>
    public static async Task<JsonNode> AnalyseAsync(this Visitor visitor, string path, object request)
    {
        var run = await visitor.UntilAnalysedAsync(path, request);
        Assert.True((string)run["state"]! == "done", run.ToJsonString());
        return run["result"]!;
    }

    public static async Task<JsonNode> UntilAnalysedAsync(this Visitor visitor, string path, object request)
    {
        var answer = await visitor.PostAsync(path, request);
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        var id = (long)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!;
        for (var asked = 0; asked < MostQuestions; asked++)
        {
            if (await visitor.ReadAsync($"/api/analyses/{id}") is var run && (string)run["state"]! != "running")
            {
                return run;
            }
        }

        throw new InvalidOperationException("The calculation did not end.");
    }
}
