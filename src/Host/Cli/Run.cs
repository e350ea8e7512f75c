using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution.Recordings;

namespace CaseMgmt.Host.Cli;

/// <summary>
/// The verb <c>run FILE.json [--input JSON] [--check]</c>: runs a definition, or a recording, in memory and prints what came of it in the shape of the
/// recordings. With --check it compares instead and exits 1 with a readable difference. Effects of the domain are not applied.
/// </summary>
public static class Run
{
    private const int Done = 0;
    private const int Different = 1;
    private const int WrongCall = 2;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static async Task<int> ExecuteAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (Read(args) is not { } call)
        {
            await error.WriteLineAsync("run FILE.json [--input JSON] [--check]");
            return WrongCall;
        }

        try
        {
            var recording = Recording.Read(await File.ReadAllTextAsync(call.File));
            var catalog = new ActivityCatalog([.. EngineActivities.All, .. AuditActivities.All]);
            foreach (var problem in recording.Definitions.SelectMany(definition => DefinitionCompiler.Compile(definition, catalog).Problems))
            {
                await error.WriteLineAsync($"refused for publishing: {problem.MessageEn}");
            }

            var played = Player.Play(recording, catalog, call.Input);
            return call.Check ? await CheckAsync(recording, played, output) : await PrintAsync(played, output);
        }
        catch (Exception problem)
        {
            // A file from anywhere may be wrong in any way: whoever called is told what, not where in the code.
            await error.WriteLineAsync($"run: {problem.Message}");
            return WrongCall;
        }
    }

    private static async Task<int> PrintAsync(JsonObject played, TextWriter output)
    {
        await output.WriteLineAsync(played.ToJsonString(Indented));
        return Done;
    }

    private static async Task<int> CheckAsync(Recording recording, JsonObject played, TextWriter output)
    {
        var differences = Comparison.Differences(recording.Json, played);
        foreach (var difference in differences)
        {
            await output.WriteLineAsync(difference);
        }

        return differences.Count == 0 ? Done : Different;
    }

    private static Call? Read(string[] args)
    {
        string? file = null;
        JsonObject? input = null;
        var check = false;
        for (var at = 0; at < args.Length; at++)
        {
            switch (args[at])
            {
                case "--check":
                    check = true;
                    break;
                case "--input" when at + 1 < args.Length && Parse(args[at + 1]) is { } given:
                    input = given;
                    at++;
                    break;
                case var word when file is null && !word.StartsWith('-'):
                    file = word;
                    break;
                default:
                    return null;
            }
        }

        return file is null ? null : new Call(file, input, check);
    }

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Call(string File, JsonObject? Input, bool Check);
}
