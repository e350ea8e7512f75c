using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>One decision about more anomalies than one commit takes: every row is judged once, also when the host stops in the middle, and the end is told.</summary>
public sealed class JudgeAnomaliesTests
{
    private const int Many = 2_300;

    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Triage_HostStopsBetweenTwoChunks_IsFinishedByTheNextAndToldOnce(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomalies = await world.AnomaliesAsync(Many, AnomalyStates.New);
        var request = new TriageAnomalies.Request(anomalies, "ignored", "test load", RequestKey: "once");
        await world.UntilTheHostStopsAsync(commits: 4, () => DecideAsync(world, request));

        Assert.InRange(await IgnoredAsync(world), 1, Many - 1);
        Assert.Equal(TriageState.Running, (await DecideAsync(world, request)).State);

        await world.NextHostAsync();

        Assert.Equal(Many, await IgnoredAsync(world));
        var told = await DecideAsync(world, request);
        Assert.Equal((TriageState.Done, Many, Many, 0), (told.State, told.Total, told.Changed, told.RefusedCount));
        var history = await world.ReadAsync(db => db.Set<HistoryRow>().Where(row => row.Kind == "anomaly.triaged").Select(row => row.Subject).ToListAsync());
        Assert.Equal((Many, Many), (history.Count, history.Distinct().Count()));
        Assert.Empty(await world.ReadAsync(db => db.Set<OutboxRow>().ToListAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Triage_OfManyWithSomeInATask_NamesThoseAndChangesTheOthers(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var anomalies = await world.AnomaliesAsync(150, AnomalyStates.New);
        await world.CreateTaskAsync(anomalies[..3]);

        var begun = await DecideAsync(world, new(anomalies, "to-handle", null));
        await world.Get<Pump>().IdleAsync();

        var told = await world.ReadAsync(db => ReadTriage.FindAsync(begun.Id!.Value, db, AuditWorld.Analyst.Actor, default));
        Assert.Equal((TriageState.Done, 150, 147, 3), (told!.State, told.Judged, told.Changed, told.RefusedCount));
        Assert.Equal(anomalies[..3].Order(), told.Refused.Select(refusal => refusal.Id).Order());
        Assert.All(told.Refused, refusal => Assert.Equal("already-in-task", refusal.Reason));
    }

    [Fact]
    public void Progress_FromTheChain_IsDoneOnlyWhenEveryPartIsTold()
    {
        HistoryRow[] chain = [Row("triage.decided", new() { ["count"] = 5, ["parts"] = 2, ["more"] = false }), Row(JudgeAnomalies.Judged, Part(2, 1))];
        Assert.Equal((TriageState.Running, 3, 2), (TriageState.Of(1, chain).State, TriageState.Of(1, chain).Judged, TriageState.Of(1, chain).Changed));
        HistoryRow[] whole = [.. chain, Row(JudgeAnomalies.Judged, Part(2, 0))];
        Assert.Equal((TriageState.Done, 5), (TriageState.Of(1, whole).State, TriageState.Of(1, whole).Judged));
    }

    private static JsonObject Part(int changed, int refused) => new() { ["changed"] = changed, ["refusedCount"] = refused, ["refused"] = new JsonArray() };

    private static HistoryRow Row(string kind, JsonObject data) => new() { Kind = kind, Data = data.ToJsonString() };

    private static Task<int> IgnoredAsync(AuditWorld world) => world.ReadAsync(db => db.Set<Anomaly>().CountAsync(row => row.State == AnomalyStates.Ignored));

    private static Task<TriageState> DecideAsync(AuditWorld world, TriageAnomalies.Request request) => world.ReadAsync(async db =>
        (TriageState)((IValueHttpResult)await new TriageAnomalies(db, world.Door, world.Get<WorkflowRuntime>(), world.Get<Ids>()).HandleAsync(request, AuditWorld.Analyst)).Value!);
}
