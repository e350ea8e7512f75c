using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>Starts a run over many cases and waits for its end, as the page does by asking again.</summary>
internal static class RunSeat
{
    private const int MostQuestions = 5000;

    public static async Task<JsonNode> RunToEndAsync(this Visitor visitor, string path, object request)
    {
        var answer = await visitor.PostAsync(path, request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await visitor.UntilEndAsync((long)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id"]!);
    }

    public static async Task<JsonNode> UntilEndAsync(this Visitor visitor, long id)
    {
        for (var asked = 0; asked < MostQuestions; asked++)
        {
            if (await visitor.ReadAsync($"/api/lifecycle-runs/{id}") is var run && (string)run["state"]! != "running")
            {
                return run;
            }
        }

        throw new InvalidOperationException("The run did not end.");
    }

    public static async Task<JsonArray> LinesAsync(this Visitor visitor, JsonNode run, string verdict = "") =>
        (await visitor.ReadAsync($"/api/lifecycle-runs/{run["id"]}/lines?verdict={verdict}"))["items"]!.AsArray();
}
