using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Chaos;

/// <summary>The product's store and engine on a folder, as each process of the experiment opens it.</summary>
internal sealed class ChaosEngine : IAsyncDisposable
{
    public const int Parents = 4;
    private readonly ServiceProvider provider;

    private ChaosEngine(ServiceProvider provider)
    {
        this.provider = provider;
        Runtime = provider.GetRequiredService<WorkflowRuntime>();
    }

    public WorkflowRuntime Runtime { get; }

    public Pump Pump => provider.GetRequiredService<Pump>();

    public CaseDbContext Context() => provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext();

    /// <param name="server">Connection string of a PostgreSQL database, or nothing for the embedded one in the folder.</param>
    public static async Task<ChaosEngine> OpenAsync(string folder, string server)
    {
        var services = new ServiceCollection().AddLogging().AddCaseStore(new StoreOptions
        {
            DataDirectory = folder,
            Provider = server.Length == 0 ? StoreProvider.Sqlite : StoreProvider.Postgres,
            ConnectionString = server,
        });
        foreach (var activity in EngineActivities.All)
        {
            services.AddSingleton(activity);
        }

        var engine = new ChaosEngine(services.AddWorkflowRuntime().BuildServiceProvider());
        await engine.provider.MigrateAsync();
        var definitions = engine.provider.GetRequiredService<DefinitionStore>();
        await definitions.ImportAsync(Child, "system", publish: true);
        await definitions.ImportAsync(Parent, "system", publish: true);
        await engine.Pump.RecoverAsync();
        return engine;
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>Twenty human steps one after the other.</summary>
    private static string Child => Chart("child", [.. Enumerable.Range(1, 20).Select(step => Node("Elsa.RunTask", $"step-{step}", ("taskName", "Literal", "step")))]);

    /// <summary>Starts eight children and waits for all of them.</summary>
    private static string Parent => Chart("parent", Node(
        "Elsa.BulkDispatchWorkflows", "all", ("workflowDefinitionId", "Literal", "child"), ("items", "Object", "[1,2,3,4,5,6,7,8]"), ("waitForCompletion", "Literal", true)));

    private static JsonObject Node(string type, string id, params (string Name, string Type, JsonNode Value)[] inputs)
    {
        var node = new JsonObject { ["type"] = type, ["id"] = id, ["version"] = 1 };
        foreach (var (name, expression, value) in inputs)
        {
            node[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = expression, ["value"] = value } };
        }

        return node;
    }

    private static string Chart(string id, params JsonObject[] nodes) => new JsonObject
    {
        ["definitionId"] = id,
        ["name"] = id,
        ["version"] = 1,
        ["root"] = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = "root",
            ["start"] = nodes[0]["id"]!.DeepClone(),
            ["activities"] = new JsonArray([.. nodes]),
            ["connections"] = new JsonArray([.. nodes.Zip(nodes.Skip(1), (from, to) => (JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = from["id"]!.DeepClone(), ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = to["id"]!.DeepClone(), ["port"] = "In" },
            })]),
        },
    }.ToJsonString();
}
