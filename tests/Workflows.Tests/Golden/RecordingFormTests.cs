using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution.Recordings;

namespace CaseMgmt.Workflows.Tests.Golden;

/// <summary>Recordings that somebody else made: other casing, members left out, members of the wrong kind. They play, or are refused with a message.</summary>
public sealed class RecordingFormTests
{
    private static readonly ActivityCatalog Catalog = new(EngineActivities.All);
    private static readonly HashSet<string> OwnNames = new(StringComparer.Ordinal) { "value", "payload", "input", "result", "customProperties" };

    public static TheoryData<string> Recordings { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_InPascalCase_PlaysTheSame(string name)
    {
        var json = Read(name);

        var played = Play(json);
        var other = Play((JsonObject)Pascal(json)!);

        Assert.Empty(Comparison.Differences(played, other));
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_WithoutOptionalMembers_PlaysTheSame(string name)
    {
        var json = Read(name);
        var expected = Play(json);
        foreach (var definition in json["definitions"]!.AsArray().OfType<JsonObject>())
        {
            foreach (var optional in (string[])["name", "version", "isLatest", "isPublished", "inputs", "outputs", "outcomes", "customProperties", "options"])
            {
                if (definition[optional] is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } or JsonValue)
                {
                    definition.Remove(optional);
                }
            }
        }

        Assert.Empty(Comparison.Differences(expected, Play(json)));
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_BrokenAnywhere_IsPlayedOrRefusedWithAMessage(string name)
    {
        var random = new Random(name.Length);
        for (var round = 0; round < 150; round++)
        {
            var json = Read(name);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                Damage(json, random);
            }

            try
            {
                Comparison.Differences(json, Play(json));
            }
            catch (Exception problem) when (problem is JsonException or InvalidOperationException)
            {
                Assert.NotEmpty(problem.Message);
            }
        }
    }

    [Fact]
    public void PlainDefinition_Compared_HasNothingToDifferFrom()
    {
        var definition = (JsonObject)Read("seq-basic")["definitions"]![0]!.DeepClone();
        var recording = Recording.Read(definition.ToJsonString());

        Assert.Empty(Comparison.Differences(recording.Json, Player.Play(recording, Catalog)));
    }

    // One member somewhere is taken away, or becomes something else.
    private static void Damage(JsonNode node, Random random)
    {
        while (true)
        {
            var (next, replace) = Choose(node, random);
            if (next is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } && random.Next(5) != 0)
            {
                node = next;
                continue;
            }

            replace();
            return;
        }
    }

    private static (JsonNode? Next, Action Replace) Choose(JsonNode node, Random random)
    {
        JsonNode?[] others = [null, JsonValue.Create("x"), JsonValue.Create(7), JsonValue.Create(true), new JsonArray(), new JsonObject(), JsonValue.Create("")];
        if (node is JsonArray items)
        {
            var at = random.Next(items.Count);
            return (items[at], () => items[at] = others[random.Next(others.Length)]);
        }

        var json = (JsonObject)node;
        var name = json.ElementAt(random.Next(json.Count)).Key;
        return (json[name], random.Next(2) == 0 ? () => json.Remove(name) : () => json[name] = others[random.Next(others.Length)]);
    }

    private static JsonNode? Pascal(JsonNode? node, bool isOwn = false) => node switch
    {
        JsonObject json when !isOwn => new JsonObject(json.Select(member =>
            KeyValuePair.Create(char.ToUpperInvariant(member.Key[0]) + member.Key[1..], Pascal(member.Value, OwnNames.Contains(member.Key) || (member.Key == "outputs" && member.Value is JsonObject))))),
        JsonArray items when !isOwn => new JsonArray([.. items.Select(item => Pascal(item))]),
        null => null,
        _ => node.DeepClone(),
    };

    private static JsonObject Play(JsonObject recording) => Player.Play(Recording.Read(recording.ToJsonString()), Catalog);

    private static JsonObject Read(string name) => (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".json")))!;
}
