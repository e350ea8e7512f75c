using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Tasks;

/// <summary>A task of more anomalies than one commit takes: made, judged and admitted in chunks, whole also after a crash between two of them.</summary>
public sealed class CollectAnomaliesTests
{
    private const int Many = 1200;

    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Creation_HostStopsBetweenTwoChunks_IsContinuedByTheNext(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomalies = await world.AnomaliesAsync(Many);
        await world.UntilTheHostStopsAsync(commits: 2, () => world.TryCreateTaskAsync(AuditWorld.Analyst, "key", anomalies));

        var task = await world.ReadAsync(db => db.Set<AuditTask>().AsNoTracking().SingleAsync());
        Assert.Equal((AuditTask.Collecting, 500), (task.State, await InTaskAsync(world, task.Id)));
        Assert.Empty(await world.ReadAsync(db => db.Set<InstanceRow>().ToListAsync()));
        Assert.Equal(task.Id, Created(await world.TryCreateTaskAsync(AuditWorld.Analyst, "key", anomalies)));

        await world.NextHostAsync();
        Assert.Equal(("creating", Many), ((await world.TaskAsync(task.Id)).State, await InTaskAsync(world, task.Id)));
        Assert.Single(await world.ReadAsync(db => db.Set<InstanceRow>().ToListAsync()));
        Assert.Equal("生成任务", (await world.OpenAsync(SubjectRef.Task(task.Id))).Title);
        Assert.Equal(3, (await world.HistoryKindsAsync(SubjectRef.Task(task.Id))).Count(kind => kind == "task.anomalies-taken"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Creation_AnAnomalyGoneMeanwhile_WithdrawsTheTaskAndFreesTheOthers(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomalies = await world.AnomaliesAsync(Many);
        await world.UntilTheHostStopsAsync(commits: 2, () => world.TryCreateTaskAsync(AuditWorld.Analyst, "slow", anomalies));
        var sample = await SampleOfAsync(world, await world.ReadAsync(db => db.Set<AuditTask>().Select(task => task.Id).SingleAsync()));
        var quick = await world.CreateTaskAsync(anomalies[^1]);

        await world.NextHostAsync();

        var slow = await world.ReadAsync(db => db.Set<AuditTask>().AsNoTracking().SingleAsync(row => row.Id != quick));
        Assert.Equal((AuditTask.Withdrawn, 0), (slow.State, await InTaskAsync(world, slow.Id)));
        Assert.Equal(1, await InTaskAsync(world, quick));
        var released = await world.ReadAsync(db => db.Set<Sample>().AsNoTracking().SingleAsync(row => row.Id == sample));
        Assert.Equal((SampleStates.Frozen, null), (released.State, released.TaskId));
        Assert.Equal("task-withdrawn", Assert.IsType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "slow", anomalies)).Code);
        Assert.Empty(await world.ReadAsync(db => db.Set<OutboxRow>().ToListAsync()));
        Assert.IsNotType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "again", anomalies[..^1]));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Triage_HostStopsBetweenTwoChunks_JudgesEveryAnomalyOnceAndGoesOnWhenAllAre(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var task = SubjectRef.Task(await world.CreateTaskAsync(await world.AnomaliesAsync(Many, AnomalyStates.New)));
        var question = await world.OpenAsync(task);
        await world.UntilTheHostStopsAsync(commits: 2, () =>
            world.TryAnswerAsync(AuditWorld.Analyst, question, "需处理", new JsonObject { ["analysis"] = "容量超过门槛" }));

        Assert.Equal(AuditTask.Admitting, (await world.TaskAsync(task.Id)).State);
        var judged = await world.ReadAsync(db => db.Set<Anomaly>().CountAsync(row => row.State == AnomalyStates.InTask));
        Assert.InRange(judged, 1, Many - 1);

        await world.NextHostAsync();
        Assert.Equal("creating", (await world.TaskAsync(task.Id)).State);
        Assert.Equal(Many, await world.ReadAsync(db => db.Set<Anomaly>().CountAsync(row => row.State == AnomalyStates.InTask)));
        var said = await world.ReadAsync(db => db.Set<HistoryRow>().Where(row => row.Kind == "task.triaged").Select(row => row.Data).ToListAsync());
        Assert.Equal(Many, said.SelectMany(data => JsonNode.Parse(data)!["anomalies"]!.AsArray().Select(id => id!.GetValue<long>())).Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Creation_AnotherMonthOfTheObjectInHand_IsRefusedUntilThatIsAnswered(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var may = await world.AnomaliesAsync(2);
        var june = await world.AnomaliesAsync(2);
        await NextMonthAsync(world, june[0], may[0]);
        var task = await world.CreateTaskAsync(may);

        Assert.Equal((task, null), await InHandAsync(world, june));
        Assert.Equal("anomaly-taken", Assert.IsType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "both", june)).Code);
        Assert.IsNotType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "other", june[1]));
        await world.Door.RunAsync("system", async session => await session.ExecuteAsync($"update anomaly set state = {AnomalyStates.Done} where id = {may[0]}"));
        Assert.IsNotType<Problem>(await world.TryCreateTaskAsync(AuditWorld.Analyst, "again", june[0]));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Creation_TwoMonthsOfOneObject_GoIntoOneTaskTogether(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var months = await world.AnomaliesAsync(2);
        await NextMonthAsync(world, months[1], months[0]);
        Assert.Equal(2, await InTaskAsync(world, await world.CreateTaskAsync(months)));
    }

    /// <summary>Makes one anomaly the next month's of what another is about.</summary>
    private static Task<int> NextMonthAsync(AuditWorld world, long later, long earlier) => world.Door.RunAsync("system", async session =>
        await session.ExecuteAsync($"update anomaly set ym = {"202606"}, obj_key = {$"20000{earlier}"} where id = {later}"));

    /// <summary>The tasks that a page says have the first and the second of these in hand.</summary>
    private static Task<(long?, long?)> InHandAsync(AuditWorld world, long[] ids) => world.ReadAsync(async db =>
    {
        var rows = await db.Set<Anomaly>().AsNoTracking().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync();
        var words = await AnomalyWords.ReadAsync(db, rows, ThemeLibrary.Shipped(), "zh", default);
        return (AnomalyView.Of(rows[0], words).OpenTaskId, AnomalyView.Of(rows[1], words).OpenTaskId);
    });

    private static Task<long> SampleOfAsync(AuditWorld world, long task) => world.Door.RunAsync("system", async session =>
    {
        var sample = new Sample { Id = world.Get<Ids>().Next(), State = SampleStates.Tasked, TaskId = task };
        await session.InsertAsync(sample);
        return sample.Id;
    });

    private static long Created(IResult result) => ((CreateTask.Created)((IValueHttpResult)result).Value!).Id;

    private static Task<int> InTaskAsync(AuditWorld world, long task) => world.ReadAsync(db => db.Set<Anomaly>().CountAsync(row => row.TaskId == task));
}
