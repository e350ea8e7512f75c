using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution.Recordings;

namespace CaseMgmt.Workflows.Tests.Golden;

/// <summary>Recordings of Elsa 3.8 are played and compared.</summary>
public sealed class GoldenTests
{
    private static readonly HashSet<string> Elsewhere =
        ["flow-mergemode-race", "flow-mergemode-cascade", "startat-far-future", "flow-join-waitany.counter", "parallel-foreach-object-expression", "fault-default"];

    private static readonly ActivityCatalog Catalog = new(EngineActivities.All);

    public static TheoryData<string> Recordings { get; } = [.. Names()];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_Played_DoesWhatElsaDid(string name)
    {
        var recording = Read(name);

        var played = Player.Play(recording, Catalog);

        Assert.Empty(Comparison.Differences(recording.Json, played));
    }

    internal static Recording Read(string name) => Recording.Read(File.ReadAllText(Path.Combine(Folder, name + ".json")));

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden");

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.json").Where(file => !File.ReadAllText(file).Contains("JavaScript", StringComparison.Ordinal))
        .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => !name.Contains("inactive-", StringComparison.Ordinal) && !Elsewhere.Contains(name)).Order(StringComparer.Ordinal);
}
