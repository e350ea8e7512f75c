using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// The product's store and engine with one definition: seven human steps in a ring, so that an instance takes any number of transitions. One transition
/// = one answer: it burns a bookmark, closes a work item, enters the next step, opens a bookmark and a work item, and appends to the hash chain.
/// </summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private BenchEngine(ServiceProvider provider)
    {
        this.provider = provider;
        Runtime = provider.GetRequiredService<WorkflowRuntime>();
    }

    public WorkflowRuntime Runtime { get; }

    public CommitDoor Door => provider.GetRequiredService<CommitDoor>();

    public CaseDbContext Context() => provider.GetRequiredService<IDbContextFactory<CaseDbContext>>().CreateDbContext();

    public static async Task<BenchEngine> OpenAsync(StoreOptions options)
    {
        var services = new ServiceCollection().AddLogging().AddCaseStore(options);
        foreach (var activity in EngineActivities.All)
        {
            services.AddSingleton(activity);
        }

        services.AddSingleton<Activity, Step>().AddSingleton<Activity, Plain>().AddSingleton<IEffectHandler, OpenHandler>().AddSingleton<IEffectHandler, AnsweredHandler>().AddWorkflowRuntime();
        var engine = new BenchEngine(services.BuildServiceProvider());
        await engine.provider.MigrateAsync();
        var definitions = engine.provider.GetRequiredService<DefinitionStore>();
        await definitions.ImportAsync(Ring("work-items", "Bench.Step"), "system", publish: true);
        await definitions.ImportAsync(Ring("plain", "Bench.Plain"), "system", publish: true);
        return engine;
    }

    /// <summary>Starts instances; returns their ids.</summary>
    public async Task<string[]> StartAsync(string definitionId, int count, int from = 0)
    {
        var ids = Enumerable.Range(from, count).Select(number => $"{definitionId}{number:d8}").ToArray();
        await System.Threading.Tasks.Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (id, cancellation) =>
            await Runtime.StartAsync(new StartRequest(definitionId, new JsonObject { ["CaseId"] = id }) { InstanceId = id, CorrelationId = "case/" + id }, cancellation));
        return ids;
    }

    /// <summary>One transition: answers the step on which the instance stands. The first step has sequence 1.</summary>
    public async Task AnswerAsync(string instanceId, long sequence)
    {
        // The effect that closes the previous work item takes the first number of the transition.
        var index = sequence > 1 && instanceId.StartsWith("work-items", StringComparison.Ordinal) ? 2 : 1;
        var answer = new JsonObject { ["outcome"] = "通过", ["comment"] = "现场核实,电量一致。" };
        var result = await Runtime.ResumeAsync(new ResumeRequest(instanceId, $"{instanceId}-{sequence}-{index}", answer) { Actor = "7" });
        if (result is not RuntimeResult.Landed)
        {
            throw new InvalidOperationException($"{instanceId} at {sequence}: {result}");
        }
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static string Ring(string definitionId, string type)
    {
        string[] steps = ["sign-in", "handle", "unit-review", "recheck", "evaluate", "improve", "close"];
        var root = new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = "root",
            ["start"] = steps[0],
            ["activities"] = new JsonArray([.. steps.Select(step => (JsonNode)new JsonObject { ["type"] = type, ["id"] = step, ["version"] = 1 })]),
            ["connections"] = new JsonArray([.. steps.Select((step, index) => (JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = step, ["port"] = "Done" },
                ["target"] = new JsonObject { ["activity"] = steps[(index + 1) % steps.Length], ["port"] = "In" },
            })]),
        };
        return new JsonObject { ["definitionId"] = definitionId, ["name"] = definitionId, ["version"] = 1, ["root"] = root }.ToJsonString();
    }

    private sealed record Open(string BookmarkId) : Effect;

    private sealed record Answered(string WorkItemId, string? Answer) : Effect;

    /// <summary>A human step: waits, with a work item.</summary>
    private sealed class Step : Activity
    {
        public override ActivityDescriptor Descriptor { get; } = new("Bench.Step", 1, "Bench", new("步骤", "Step"), new("步骤", "Step"), "person", [], [], ["Done"]);

        public override ActivityResult Execute(ActivityContext context)
        {
            context.Emit(new Open(context.Wait("WorkItem")));
            return ActivityResult.Waiting;
        }

        public override ActivityResult Resume(ActivityContext context, BookmarkResume resume)
        {
            context.Emit(new Answered(resume.BookmarkId, resume.Payload?.ToJsonString()));
            return ActivityResult.Done;
        }
    }

    /// <summary>Waits, and nothing else: the engine's own rows.</summary>
    private sealed class Plain : Activity
    {
        public override ActivityDescriptor Descriptor { get; } = new("Bench.Plain", 1, "Bench", new("步骤", "Step"), new("步骤", "Step"), "person", [], [], ["Done"]);

        public override ActivityResult Execute(ActivityContext context)
        {
            context.Wait("WorkItem");
            return ActivityResult.Waiting;
        }
    }

    private sealed class OpenHandler : EffectHandler<Open>
    {
        protected override ValueTask ApplyAsync(Open effect, CommitSession session) => session.InsertAsync(new WorkItem
        {
            Id = effect.BookmarkId,
            InstanceId = effect.InstanceId,
            BookmarkId = effect.BookmarkId,
            ActivityId = effect.ActivityId,
            Subject = "case/" + effect.InstanceId,
            SubjectNumber = "GD-37030601-202605-00001",
            Title = "稽查处理",
            Stage = "handle",
            RoleName = "handler",
            OrgPath = "/37/3703/370306/37030601/",
            FormKey = "handling-reply",
            FormVersion = 1,
            OpenedAt = session.Now,
            DueAt = session.Now.AddHours(24),
        });
    }

    private sealed class AnsweredHandler : EffectHandler<Answered>
    {
        protected override ValueTask ApplyAsync(Answered effect, CommitSession session) => session.ExpectAsync(
            $"update work_item set state = {WorkItemStates.Completed}, answers_json = {effect.Answer}, completed_by = {7L}, completed_at = {session.Now}, version = version + 1 where id = {effect.WorkItemId}");
    }
}
