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

    [Theory]
    [InlineData("{\"definitionId\":\"a\",\"definitionId\":\"b\",\"root\":{}}", "definitionId")]
    [InlineData("", "JSON")]
    [InlineData("[]", "object")]
    [InlineData("null", "object")]
    [InlineData("{\"definitions\":[null]}", "no definition")]
    [InlineData("{\"root\":\"x\"}", "Neither")]
    public void File_ThatIsNoDefinition_IsRefusedByWhatIsWrong(string text, string reason) =>
        Assert.Contains(reason, Assert.ThrowsAny<System.Text.Json.JsonException>(() => Recording.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void File_WithCommentAndTrailingComma_IsRead()
    {
        var recording = Recording.Read("{\"definitionId\":\"a\",/* by hand */\"root\":{\"type\":\"Elsa.Sequence\",\"id\":\"s\",\"activities\":[null,5,],},}");

        Assert.Equal("Finished", Player.Play(recording, Draw.Catalog)["instances"]![0]!["subStatus"]!.ToString());
    }

    [Fact]
    public void Nesting_BeyondWhatIsRead_IsRefusedAndNotAnOverflow() =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => Recording.Read(new string('[', 100_000)));

    [Fact]
    public void Workflow_ThatStartsItselfForEver_EndsWithAMessage()
    {
        var definition = Draw.Definition(Draw.Sequence("s", Draw.Activity("ExecuteWorkflow", "x", ("workflowDefinitionId", Draw.Literal("main")))));

        var problem = Assert.Throws<InvalidOperationException>(() => Draw.Run(DefinitionCompiler.Compile(definition, Draw.Catalog)));

        Assert.Contains("come to rest", problem.Message, StringComparison.Ordinal);
    }

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
