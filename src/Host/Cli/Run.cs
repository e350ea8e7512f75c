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
        try
        {
            var call = Read(args);
            var recording = Recording.Read(await File.ReadAllTextAsync(call.File));
            var catalog = new ActivityCatalog([.. EngineActivities.All, .. AuditActivities.All]);
            foreach (var problem in Player.Compile(recording, catalog).SelectMany(definition => definition.Problems))
            {
                await error.WriteLineAsync($"refused for publishing: {problem.MessageEn}");
            }

            var played = Player.Play(recording, catalog, call.Input);
            return call.Check ? await CheckAsync(recording, played, output) : await PrintAsync(played, output);
        }
        catch (Exception problem)
        {
            // A file from anywhere may be wrong in any way: whoever called is told what, not where in the code.
            await error.WriteLineAsync($"run: {InOneLine(problem)}");
            return WrongCall;
        }
    }

    // A reader of JSON quotes the rest of the file: the place is what helps.
    private static string InOneLine(Exception problem) => problem is JsonException { LineNumber: { } line, BytePositionInLine: { } position }
        ? $"The file is not JSON: line {line + 1}, byte {position + 1}."
        : problem.Message.ReplaceLineEndings(" ");

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

    private static Call Read(string[] args)
    {
        var arguments = new Arguments(args.Where(word => word != "--check")).Only(1, "--input");
        var input = arguments.Option("--input") is not { } json ? null
            : Parse(json) ?? throw new UsageException("--input needs a JSON object, for example --input '{\"amount\":3}'.");
        return new Call(arguments.File(0, "The file to run"), input, args.Contains("--check"));
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
