using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>A task of a thousand orders: written in small commits, seen when it is whole, and whole also after a crash.</summary>
public sealed class LargeTaskTests
{
    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Task_OfManyOrders_IsPlannedDispatchedAndStartedInSmallCommits(StoreProvider provider)
    {
        await using var world = await SingleOrdersAsync(provider);
        var task = await world.CreateTaskAsync(await AnomaliesAsync(world, 300));
        var statements = new Statements(world.Get<CommitServices>());

        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "生成", Generate);
        var planned = await world.CasesAsync(task);
        Assert.Equal((300, 300), (planned.Count, planned.Select(row => row.Number).Distinct().Count()));
        await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "派发");

        var cases = await world.CasesAsync(task);
        Assert.All(cases, row => Assert.NotEqual("", row.InstanceId));
        Assert.Equal(300, await world.ReadAsync(db => db.Set<WorkItem>().CountAsync(item => item.State == WorkItemStates.Open)));
        Assert.Equal(300, await world.ReadAsync(db => db.Set<CaseItem>().CountAsync()));
        Assert.All(await world.ReadAsync(db => db.Set<Anomaly>().ToListAsync()), anomaly => Assert.NotNull(anomaly.CaseId));
        // One order takes some fifteen statements: a commit that wrote them all would have thousands.
        Assert.InRange(statements.MostPerCommit, 1, 800);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Planning_HostStopsInTheMiddle_IsContinuedAndSeenOnlyWhenWhole(StoreProvider provider)
    {
        await using var world = await SingleOrdersAsync(provider);
        var task = await world.CreateTaskAsync(await AnomaliesAsync(world, 120));
        var commits = 0;
        world.Get<CommitServices>().Probe = statement => StopAfter(statement, ref commits, 4);
        await world.TryAnswerAsync(AuditWorld.Analyst, await world.OpenAsync(SubjectRef.Task(task)), "生成", Generate);
        world.Get<CommitServices>().Probe = null;

        var half = await world.CasesAsync(task);
        Assert.InRange(half.Count, 1, 119);
        Assert.Equal(AuditTask.Planning, (await world.TaskAsync(task)).State);
        Assert.Empty(await world.ReadAsync(db => db.Set<WorkItem>().Where(item => item.State == WorkItemStates.Open).ToListAsync()));

        world.Clock.Now += TimeSpan.FromMinutes(1);
        await world.Get<Pump>().SweepAsync();
        await world.Get<Pump>().IdleAsync();

        var whole = await world.CasesAsync(task);
        Assert.Equal((120, "dispatching"), (whole.Count, (await world.TaskAsync(task)).State));
        Assert.Equal(120, await world.ReadAsync(db => db.Set<CaseItem>().Select(item => item.AnomalyId).Distinct().CountAsync()));
        Assert.Single(await world.HistoryKindsAsync(SubjectRef.Task(task)), kind => kind == "task.cases-planned");
        Assert.Empty(await world.ReadAsync(db => db.Set<OutboxRow>().ToListAsync()));
    }

    private static JsonObject Generate => new() { ["title"] = "6月两部制电价稽查", ["type"] = "online", ["urgency"] = "normal" };

    // One anomaly an order.
    private static Task<AuditWorld> SingleOrdersAsync(StoreProvider provider) => AuditWorld.CreateAsync(provider: provider, change: (key, json) =>
    {
        if (key == "audit-task")
        {
            json["root"]!["activities"]!.AsArray().Single(node => node!["id"]!.ToString() == "generate")!["maxItems"] =
                new JsonObject { ["typeName"] = "Int32", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = 1 } };
        }

        return json;
    });

    private static async Task<long[]> AnomaliesAsync(AuditWorld world, int count)
    {
        var ids = new long[count];
        for (var index = 0; index < count; index++)
        {
            ids[index] = await world.AnomalyAsync();
        }

        return ids;
    }

    // From the given commit on the host is gone: nothing more reaches the database.
    private static void StopAfter(string statement, ref int commits, int most)
    {
        if (Volatile.Read(ref commits) >= most)
        {
            throw new IOException("the host stopped");
        }

        if (statement == "commit")
        {
            Interlocked.Increment(ref commits);
        }
    }

    /// <summary>Counts the statements between two commits; on a server commits run side by side, there the longest counts as many as it took alone at most.</summary>
    private sealed class Statements
    {
        private readonly ConcurrentDictionary<int, int> open = new();
        private int most;

        public Statements(CommitServices services) => services.Probe = statement =>
        {
            var thread = Environment.CurrentManagedThreadId;
            var count = open.AddOrUpdate(thread, 1, (_, before) => before + 1);
            most = Math.Max(most, count);
            if (statement == "commit")
            {
                open[thread] = 0;
            }
        };

        public int MostPerCommit => most;
    }
}
