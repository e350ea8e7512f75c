using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Workflows.Tests.Runtime;

/// <summary>One host of the engine on a test database. A second one on the same database is made by <see cref="AnotherHost"/>.</summary>
public sealed class TestEngine : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly bool ownsDatabase;

    private readonly HttpCallOptions calls;

    private TestEngine(TestDatabase database, TestTime time, CommitServices services, CommitDoor door, bool ownsDatabase, HttpCallOptions calls)
    {
        this.calls = calls;
        (Database, Time, Services, this.ownsDatabase) = (database, time, services, ownsDatabase);
        var container = new ServiceCollection();
        container.AddSingleton<TimeProvider>(time).AddSingleton(services).AddSingleton(services.Contexts).AddSingleton(door).AddSingleton(calls);
        foreach (var activity in EngineActivities.All)
        {
            container.AddSingleton(activity);
        }

        container.AddWorkflowRuntime();
        provider = container.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
        Runtime = provider.GetRequiredService<WorkflowRuntime>();
    }

    public TestDatabase Database { get; }

    public TestTime Time { get; }

    public CommitServices Services { get; }

    public WorkflowRuntime Runtime { get; }

    public Pump Pump => provider.GetRequiredService<Pump>();

    public DefinitionStore Definitions => provider.GetRequiredService<DefinitionStore>();

    public InstanceMigration Migration => provider.GetRequiredService<InstanceMigration>();

    public Reconciler Reconciler => provider.GetRequiredService<Reconciler>();

    public EngineHealth Health => provider.GetRequiredService<EngineHealth>();

    public AlikeRepair Alike => provider.GetRequiredService<AlikeRepair>();

    public DeadLetters Letters => provider.GetRequiredService<DeadLetters>();

    public CommitDoor Door => provider.GetRequiredService<CommitDoor>();

    public static Task<TestEngine> CreateAsync(Database kind, params string[] definitions) => CreateAsync(kind, new HttpCallOptions(), definitions);

    public static async Task<TestEngine> CreateAsync(Database kind, HttpCallOptions calls, params string[] definitions)
    {
        var time = new TestTime();
        var database = await TestDatabase.CreateAsync(kind, time);
        var engine = new TestEngine(database, time, database.Services, database.Door, ownsDatabase: true, calls);
        foreach (var definition in definitions)
        {
            await engine.Definitions.ImportAsync(definition, "system", publish: true);
        }

        return engine;
    }

    public TestEngine AnotherHost()
    {
        var services = Database.NewHost(Time, number: 1);
        return new(Database, Time, services, Database.NewDoor(services), ownsDatabase: false, calls);
    }

    public async Task<string> StartAsync(string definitionId, string? correlationId = null, JsonObject? input = null)
    {
        var result = await Runtime.StartAsync(new StartRequest(definitionId, input ?? []) { CorrelationId = correlationId });
        return Assert.IsType<RuntimeResult.Landed>(result).InstanceId;
    }

    public Task<RuntimeResult> SignalAsync(string name, JsonNode? payload = null, string? correlationId = null) =>
        Runtime.SignalAsync(new SignalRequest(Event.Stimulus, name, payload) { CorrelationId = correlationId });

    public async Task<InstanceRow> InstanceAsync(string id)
    {
        await using var context = Database.Context();
        return await context.Set<InstanceRow>().AsNoTracking().SingleAsync(row => row.Id == id);
    }

    public async Task<List<T>> RowsAsync<T>() where T : class
    {
        await using var context = Database.Context();
        return await context.Set<T>().AsNoTracking().ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }
}
