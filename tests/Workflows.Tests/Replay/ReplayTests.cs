using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Tests.Replay;

/// <summary>Histories recorded by earlier builds lead this build to the same states.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Histories { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Replay", "Histories");

    [Theory]
    [MemberData(nameof(Histories))]
    public void History_Replayed_ReachesTheSameStates(string name)
    {
        var recorded = History.Read(File.ReadAllText(Path.Combine(Folder, name + ".json")));

        var replayed = recorded.Replay();

        foreach (var (expected, actual) in recorded.Steps.Zip(replayed.Steps))
        {
            Assert.Equal(expected.Journal, actual.Journal);
            Assert.True(JsonNode.DeepEquals(expected.State, actual.State), $"{expected.Stimulus.ToJsonString()}: {actual.State.ToJsonString()}");
        }
    }
}
