using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution.Recordings;

namespace CaseMgmt.Workflows.Tests.Scenarios;

/// <summary>
/// Combinations of which no recording exists, written in the shape of the recordings. What is expected was derived by reading Elsa 3.8's published code, not
/// by running it; the notes of each file say what it shows. Each also runs by <c>run FILE.json --check</c>.
/// </summary>
public sealed class ScenarioTests
{
    private static readonly ActivityCatalog Catalog = new(EngineActivities.All);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static TheoryData<string> All { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void Scenario_Played_DoesWhatElsasCodeSays(string name)
    {
        var scenario = Recording.Read(File.ReadAllText(Path.Combine(Folder, name + ".json")));

        var played = Player.Play(scenario, Catalog);

        Assert.Empty(Comparison.Differences(scenario.Json, played));
        Assert.NotEmpty(scenario.Json["notes"]!.ToString());
        Assert.All(scenario.Definitions, definition => Assert.Empty(DefinitionCompiler.Compile(definition, Catalog).Problems));
    }

    [Fact]
    public void Scenarios_HoldEverythingThatIsCompared()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json"))
        {
            var json = (JsonObject)JsonNode.Parse(File.ReadAllText(file))!;

            Assert.All((string[])["definitions", "steps", "instances", "console"], member => Assert.True(json.ContainsKey(member), $"{file} lacks {member}."));
        }
    }
}
