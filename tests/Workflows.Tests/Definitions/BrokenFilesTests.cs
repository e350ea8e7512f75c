using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Execution.Recordings;
using CaseMgmt.Workflows.Tests.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace CaseMgmt.Workflows.Tests.Definitions;

/// <summary>Definitions that somebody broke by hand are answered with problems and incidents, never with an exception.</summary>
public sealed class BrokenFilesTests
{
    private static readonly string[] Files = [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Golden"), "*.json").Order(StringComparer.Ordinal)];

    [Fact]
    public void AnyMutilatedDefinition_HashedCompiledAndStarted_NeverThrows() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => TryOne(new System.Random(seed))).QuickCheckThrowOnFailure();

    private static void TryOne(System.Random random)
    {
        var recording = Recording.Read(File.ReadAllText(Files[random.Next(Files.Length)]));
        var json = recording.Definitions[0].Json;
        for (var cut = random.Next(1, 6); cut > 0; cut--)
        {
            Mutilate(random, json);
        }

        var definition = new WorkflowDefinition(json);
        Assert.NotEmpty(ContentHash.Of(definition));
        Assert.Equal(DefinitionJson.Write(definition), DefinitionJson.Write(DefinitionJson.Read(DefinitionJson.Write(definition))));
        var compiled = DefinitionCompiler.Compile(definition, Draw.Catalog);
        var started = Interpreter.Advance(compiled, InstanceState.New("i", compiled), new Stimulus.Start([]), Draw.Settings);
        Assert.Equal(started.Next.Write(compiled), InstanceState.Read(started.Next.Write(compiled), compiled).Write(compiled));
    }

    // Walks to a random place and removes it, empties it, or puts something of another kind there.
    private static void Mutilate(System.Random random, JsonNode place)
    {
        while (true)
        {
            switch (place)
            {
                case JsonObject { Count: > 0 } json:
                    var name = json.ElementAt(random.Next(json.Count)).Key;
                    if (json[name] is JsonObject or JsonArray && random.Next(6) > 0)
                    {
                        place = json[name]!;
                        continue;
                    }

                    json[name] = Something(random);
                    return;
                case JsonArray { Count: > 0 } items:
                    var index = random.Next(items.Count);
                    if (items[index] is JsonObject or JsonArray && random.Next(6) > 0)
                    {
                        place = items[index]!;
                        continue;
                    }

                    items[index] = Something(random);
                    return;
                default:
                    return;
            }
        }
    }

    private static JsonNode? Something(System.Random random) => random.Next(9) switch
    {
        0 => null,
        1 => 7,
        2 => true,
        3 => "x",
        4 => new JsonArray(1, "a"),
        5 => new JsonObject { ["type"] = "Elsa.Event", ["id"] = "a" },
        6 => -1.5,
        7 => "",
        _ => new JsonObject(),
    };
}
