using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution.Recordings;

namespace CaseMgmt.Workflows.Tests.Golden;

/// <summary>Recordings of Elsa 3.8 are played and compared. What differs on purpose stands in <see cref="DeliberateDifference"/>, each with its reason.</summary>
public sealed class GoldenTests
{
    private static readonly ActivityCatalog Catalog = new(EngineActivities.All);

    public static TheoryData<string> Same { get; } = [.. Names().Except(DeliberateDifference.All.Select(difference => difference.Recording))];

    public static TheoryData<string> Different { get; } = [.. DeliberateDifference.All.Select(difference => difference.Recording)];

    [Theory]
    [MemberData(nameof(Same))]
    public void Recording_Played_DoesWhatElsaDid(string name)
    {
        var recording = Read(name);

        var played = Player.Play(recording, Catalog);

        Assert.Empty(Comparison.Differences(recording.Json, played));
    }

    [Theory]
    [MemberData(nameof(Different))]
    public void Recording_DifferentOnPurpose_DoesWhatTheTableSays(string name)
    {
        var expected = DeliberateDifference.All.Single(difference => difference.Recording == name);

        var played = Player.Play(Read(name), Catalog);

        var main = (JsonObject)played["instances"]![0]!;
        Assert.Equal(expected.Console, string.Join(", ", played["console"]!.AsArray().Select(line => line!.ToString())));
        Assert.Equal(expected.Log, Journal(main));
        Assert.Equal(expected.Status, $"{main["status"]}/{main["subStatus"]}");
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Definition_ReadAndWritten_KeepsEverything(string name)
    {
        foreach (var recorded in Read(name).Json["definitions"]!.AsArray())
        {
            var written = DefinitionJson.Write(DefinitionJson.Read(recorded!.ToJsonString()));

            Assert.True(JsonNode.DeepEquals(recorded, JsonNode.Parse(written)));
            Assert.Equal(written, DefinitionJson.Write(DefinitionJson.Read(written)));
        }
    }

    [Fact]
    public void CSharpAndJavaScript_Compiled_RefusesTheFormerAndRunsTheLatter()
    {
        var recording = Read("csharp-js");
        var refused = DefinitionCompiler.Compile(recording.Definitions[0], Catalog).Problems;
        Assert.Equal(["s1", "w1"], refused.Select(problem => problem.ActivityId));
        Assert.All(refused, problem => Assert.Contains("CSharp", problem.MessageEn, StringComparison.Ordinal));

        var halved = (JsonObject)recording.Json.DeepClone();
        var activities = halved["definitions"]![0]!["root"]!["activities"]!.AsArray();
        activities.RemoveAt(0);
        activities.RemoveAt(0);

        var played = Player.Play(Recording.Read(halved.ToJsonString()), Catalog);
        Assert.Equal("js 40 key", played["console"]![0]!.ToString());
    }

    private static string Journal(JsonObject instance) => string.Join(", ", instance["log"]!.AsArray()
        .Where(line => line!["activityId"]!.ToString() is not ("Workflow1" or "root"))
        .Select(line => $"{line!["activityId"]} {line["event"]}"));

    private static Recording Read(string name) => Recording.Read(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}
