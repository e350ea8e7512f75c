using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution.Recordings;

/// <summary>Plays the steps of a recording in memory and tells what came of it in the same shape.</summary>
public static class Player
{
    /// <summary>Ten years, in milliseconds.</summary>
    private const long LongestWait = 315_360_000_000;

    private static readonly DateTime Epoch = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Settings of a rehearsal: Elsa's own default strategy, a fixed instant and seed.</summary>
    public static AdvanceSettings Settings { get; } =
        new(Epoch, 1, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")) { DefaultIncidentStrategy = IncidentStrategy.Fault };

    public static JsonObject Play(Recording recording, ActivityCatalog catalog, JsonObject? input = null)
    {
        var world = new DryRun(Settings);
        foreach (var definition in Compile(recording, catalog))
        {
            world.Add(definition);
        }

        var steps = new JsonArray();
        foreach (var action in recording.Actions)
        {
            foreach (var instance in world.Instances)
            {
                instance.ForgetScopes();
            }

            Take(world, recording, action, input);
            steps.Add(Report.Step(action, world));
        }

        return Report.Of(recording, world, steps);
    }

    /// <summary>The definitions of a recording; one that another uses as an activity is found among them.</summary>
    public static IEnumerable<CompiledDefinition> Compile(Recording recording, ActivityCatalog catalog) => recording.Definitions.Select(definition =>
        DefinitionCompiler.Compile(definition, catalog, (id, version) => recording.Definitions.FirstOrDefault(used => used.DefinitionId == id && used.Version == version)));

    private static void Take(DryRun world, Recording recording, JsonNode action, JsonObject? input)
    {
        if (TypeNames.Text(action) == "cancel")
        {
            world.Cancel();
        }
        else if (action is not JsonObject named)
        {
            world.Start(recording.Definitions[0].DefinitionId, input ?? (JsonObject)recording.Input.DeepClone(), null, world.Instances.Count == 0 ? "MAIN" : null);
        }
        else if (named["event"] is JsonObject published)
        {
            world.Publish(Event.Stimulus, published["name"]?.ToString(), published["payload"]?.DeepClone(), TypeNames.Text(published["correlationId"]));
        }
        else if (named["wait"] is { } wait)
        {
            world.Pass(TimeSpan.FromMilliseconds((double)Math.Clamp(TypeNames.AsDecimal(wait) ?? 0, 0, LongestWait)));
        }
        else if ((named["resume"] ?? named["task"]) is JsonObject resume)
        {
            Resume(world, resume["activity"]?.ToString(), (resume["input"] ?? resume["result"])?.DeepClone());
        }
        else if (named.ContainsKey("cancel"))
        {
            world.Cancel();
        }
    }

    private static void Resume(DryRun world, string? activityId, JsonNode? payload)
    {
        foreach (var instance in world.Instances)
        {
            if (instance.State.Bookmarks.FirstOrDefault(bookmark => bookmark.ActivityId == activityId || instance.Definition.FindNode(bookmark.ActivityId)?.DrawnId == activityId) is { } open)
            {
                world.Resume(instance, open.Id, payload);
                return;
            }
        }
    }
}
