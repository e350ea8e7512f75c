using System.Text.Json.Nodes;

namespace CaseMgmt.E2e.Desks;

/// <summary>
/// A county at work: some thirty cases of two stations on the shipped lifecycle, most of them closed, some sent back, some still waiting; then a second
/// version in force with cases of its own, and a third as a draft that waits for its second person.
/// </summary>
public sealed class DeskHost : IAsyncLifetime
{
    public const string Lifecycle = "online-audit";
    private const int CasesOnFirst = 24;
    private const int ClosedOnFirst = 16;
    private const int CasesOnSecond = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-desks").FullName;
    private DeskCrew crew = null!;

    public RunningHost Host { get; private set; } = null!;

    /// <summary>A case that was closed on the first version, by its id.</summary>
    public long Closed { get; private set; }

    public async Task InitializeAsync()
    {
        Host = await RunningHost.StartAsync(Path.Combine(folder, "data"));
        crew = await DeskCrew.SignInAsync(Host.Address);
        var first = await crew.DispatchAsync(CasesOnFirst);
        Closed = first[0];
        foreach (var (id, index) in first.Select((id, index) => (id, index)))
        {
            await crew.WorkAsync(id, index < ClosedOnFirst ? 6 : index % 5, returns: index % 4 == 3 ? 1 : 0);
        }

        await PublishAsync(Shorten);
        foreach (var (id, index) in (await crew.DispatchAsync(CasesOnSecond)).Select((id, index) => (id, index)))
        {
            await crew.WorkAsync(id, index < 4 ? 6 : index % 5, returns: 0);
        }

        await crew.SaveAsync(Lifecycle, Redraw, publish: true);
        await crew.SaveNewAsync(Designer.LargeDefinition.Make("large-lifecycle", 120));
    }

    public async Task DisposeAsync()
    {
        crew.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task PublishAsync(Action<JsonObject> change)
    {
        await crew.SaveAsync(Lifecycle, change, publish: true);
        await crew.ApproveAsync(Lifecycle);
    }

    /// <summary>The second version: less time to handle.</summary>
    private static void Shorten(JsonObject model) => Node(model, "handle")["slaHoursNormal"]!["expression"]!["value"] = 40;

    /// <summary>The draft: a day of waiting after sign-in, no step of improvement, and recheck may not send back.</summary>
    private static void Redraw(JsonObject model)
    {
        var (nodes, arrows) = (model["root"]!["activities"]!.AsArray(), model["root"]!["connections"]!.AsArray());
        nodes.Add(JsonNode.Parse("""
            { "id": "pause", "type": "Elsa.Delay", "version": 1, "customProperties": {}, "metadata": { "displayText": "等待一天", "designer": { "position": { "x": 200, "y": 40 }, "size": { "width": 160, "height": 56 } } },
              "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "1.00:00:00" } } }
            """));
        Arrow(arrows, "sign-in", "签收")["target"]!["activity"] = "pause";
        arrows.Add(JsonNode.Parse("""{ "source": { "activity": "pause", "port": "Done" }, "target": { "activity": "handle", "port": "In" } }"""));
        Arrow(arrows, "evaluate", "完成")["target"]!["activity"] = "close";
        arrows.Remove(Arrow(arrows, "improve", "完成"));
        nodes.Remove(Node(model, "improve"));
        Node(model, "unit-review")["outcomes"]!["expression"]!["value"] = """["同意"]""";
        Node(model, "unit-review")["outcomeOptions"]!["expression"]!["value"] = """{"同意": {"en": "Agree", "primary": true}}""";
        arrows.Remove(Arrow(arrows, "unit-review", "退回"));
        Node(model, "recheck")["slaHoursUrgent"]!["expression"]!["value"] = 12;
    }

    private static JsonObject Node(JsonObject model, string id) => model["root"]!["activities"]!.AsArray().Single(node => (string?)node!["id"] == id)!.AsObject();

    private static JsonObject Arrow(JsonArray arrows, string from, string port) =>
        arrows.Single(arrow => (string?)arrow!["source"]!["activity"] == from && (string?)arrow["source"]!["port"] == port)!.AsObject();
}
