using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

public sealed partial class InstanceState
{
    private void ReadValues(JsonObject json)
    {
        if (Values(json, "o") is { } outputs)
        {
            Outputs = outputs;
        }

        if (Take<JsonObject>(json, "ao") is { } byActivity)
        {
            ActivityOutputs = new Dictionary<string, JsonObject>(byActivity.Count, StringComparer.Ordinal);
            foreach (var activityId in byActivity.Select(property => property.Key).ToList())
            {
                ActivityOutputs[activityId] = Take<JsonObject>(byActivity, activityId)!;
            }
        }
    }

    private void ReadActivities(JsonObject json, CompiledDefinition definition)
    {
        foreach (var item in Items(json, "a"))
        {
            var node = NodeOf(item, definition);
            activities.Add(new ActivityInstance(Number(item, "n"), Number(item, "p"), node)
            {
                Faulted = Number(item, "f") == 1,
                Attempt = Number(item, "t"),
                Breaking = Number(item, "br") == 1,
                State = Take<JsonObject>(item, "s"),
                Variables = Values(item, "v"),
                Arrivals = item.ContainsKey("j") ? [.. Items(item, "j").Select(join => new Arrival(NodeOf(join, definition), Number(join, "r") == 1))] : null,
            });
        }

        LinkOwners();
        foreach (var activity in activities)
        {
            if (activity.Owner is { } owner)
            {
                owner.Children++;
            }
        }

        if (json.ContainsKey("w"))
        {
            Pending = [.. Items(json, "w").Select(work => new PendingWork(NodeOf(work, definition), Number(work, "o"), Values(work, "v")))];
        }
    }

    private void ReadWaits(JsonObject json)
    {
        foreach (var item in Items(json, "b"))
        {
            bookmarks.Add(new Bookmark(
                Text(item, "i")!, Text(item, "n")!, Text(item, "k"), Text(item, "a")!, ActivityInstance.IdOf(InstanceId, Number(item, "x")),
                Take<JsonObject>(item, "p"), item["u"]?.GetValue<DateTime>())
            {
                Children = Number(item, "c"),
                EachOf = Text(item, "g"),
            });
        }

        foreach (var item in Items(json, "e"))
        {
            incidents.Add(new Incident(
                Text(item, "a")!, Text(item, "t")!, ActivityInstance.IdOf(InstanceId, Number(item, "x")), Text(item, "c")!, Text(item, "m")!,
                Text(item, "d"), item["at"]!.GetValue<DateTime>()));
        }
    }

    private static int NodeOf(JsonObject item, CompiledDefinition definition) =>
        definition.FindNode(Text(item, "k")!)?.Index
        ?? throw new InvalidOperationException($"Version {definition.Version} of {definition.DefinitionId} has no node {Text(item, "k")}.");

    private static IEnumerable<JsonObject> Items(JsonObject json, string name) => json[name] is JsonArray array ? array.Select(item => (JsonObject)item!) : [];

    private static Dictionary<string, JsonNode?>? Values(JsonObject json, string name)
    {
        if (Take<JsonObject>(json, name) is not { } read)
        {
            return null;
        }

        var values = new Dictionary<string, JsonNode?>(read.Count, StringComparer.Ordinal);
        foreach (var key in read.Select(property => property.Key).ToList())
        {
            read.Remove(key, out var value);
            values[key] = value;
        }

        return values;
    }
}
