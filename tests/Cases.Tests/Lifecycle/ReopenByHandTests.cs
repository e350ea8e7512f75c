using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Plans.Visits;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tests.Inbox;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A closed order is taken up again by a person: with a file that proves it, or because the theme found the object again.</summary>
public sealed class ReopenByHandTests
{
    [Fact]
    public async Task NewEvidence_WithoutAFileSinceTheClosing_IsRefusedAndWithOneReopens()
    {
        await using var world = await AuditWorld.CreateAsync();
        var closed = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync());
        Assert.Equal("reopen-evidence", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.NewEvidence)));
        world.Clock.Now += TimeSpan.FromHours(1);
        await world.AddEvidenceAsync(closed.Id);
        Assert.Equal(204, StatusOf(await ReopenAsync(world, closed.Id, ReopenByHand.NewEvidence)));

        var again = await world.CaseAsync(closed.Id);
        Assert.Equal((closed.Number + "-R1", 1, "handling"), (again.Number, again.Reopenings, again.State));
        Assert.Equal("reopen-not-closed", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.NewEvidence)));
        Assert.Single(await world.HistoryKindsAsync(SubjectRef.Case(closed.Id)), kind => kind == "case.reopened");
    }

    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Recurrence_WithinNinetyDays_TakesWhatWasFoundIntoTheOrderAndItsVisit(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var closed = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync(obj: "C1"));
        var before = await world.ReadAsync(db => db.Set<CaseItem>().Select(row => row.Id).SingleAsync());
        await world.Door.RunAsync("system", async session =>
        {
            await session.InsertAsync(new Visit { Id = 1, OrgNo = closed.OrgNo, OrgPath = closed.OrgPath, Kind = VisitPlan.Customer, PlaceKey = "C1", CreatedAt = session.Now, DoneAt = session.Now });
            await session.InsertAsync(new VisitItem { ItemId = before, VisitId = 1, CaseId = closed.Id, ConsNo = "C1" });
        });
        Assert.Equal("reopen-recurrence", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.Recurred)));
        world.Clock.Now += TimeSpan.FromDays(Recurrence.Days) - TimeSpan.FromMinutes(1);
        var (found, other) = (await FoundAgainAsync(world, "C1"), await FoundAgainAsync(world, "C2"));
        Assert.Equal(204, StatusOf(await ReopenAsync(world, closed.Id, ReopenByHand.Recurred)));

        Assert.Equal((AnomalyStates.InTask, closed.Id), ((await world.AnomalyAsync(found)).State, (await world.AnomalyAsync(found)).CaseId));
        Assert.Equal(AnomalyStates.New, (await world.AnomalyAsync(other)).State);
        Assert.Equal(2, await world.ReadAsync(db => db.Set<CaseItem>().CountAsync(row => row.CaseId == closed.Id && row.HeldAnomalyId != null)));
        var visits = await world.ReadAsync(db => db.Set<VisitItem>().Select(row => row.VisitId).Distinct().ToListAsync());
        Assert.NotEqual(1, Assert.Single(visits));
        Assert.Contains("case.recurred", await world.HistoryKindsAsync(SubjectRef.Case(closed.Id)));
    }

    [Fact]
    public async Task Recurrence_AfterNinetyDaysOrInAnotherTask_IsNone()
    {
        await using var world = await AuditWorld.CreateAsync();
        var closed = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync(obj: "C1"));
        world.Clock.Now += TimeSpan.FromDays(30);
        await world.CreateTaskAsync(await FoundAgainAsync(world, "C1", AnomalyStates.ToHandle));
        Assert.Equal("reopen-recurrence", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.Recurred)));
        world.Clock.Now += TimeSpan.FromDays(Recurrence.Days - 30) + TimeSpan.FromMinutes(1);
        await FoundAgainAsync(world, "C1", ym: "202607");
        Assert.Equal("reopen-recurrence", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.Recurred)));
    }

    [Fact]
    public async Task Order_HandledByTheSamePersonUnderAnotherAccount_IsNotReopenedByHim()
    {
        await using var world = await AuditWorld.CreateAsync();
        var closed = await ClosedOrders.MakeAsync(world, await world.AnomalyAsync());
        world.Clock.Now += TimeSpan.FromHours(1);
        await world.AddEvidenceAsync(closed.Id);
        Assert.Equal("reopen-own", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.NewEvidence, AuditWorld.HandlerAsReviewer)));
        Assert.Equal("not-found", CodeOf(await ReopenAsync(world, closed.Id, ReopenByHand.NewEvidence, AuditWorld.Reviewer with { OrgPath = "/37/3704/" })));
        Assert.Equal("reopen-reason", CodeOf(await ReopenAsync(world, closed.Id, "because")));
    }

    private static Task<long> FoundAgainAsync(AuditWorld world, string obj, string state = AnomalyStates.New, string ym = "202606") => world.AnomalyAsync(state: state, obj: obj, ym: ym);

    private static Task<IResult> ReopenAsync(AuditWorld world, long id, string cause, CurrentAccount? who = null) =>
        world.AskAsync<ReopenByHand>(door => door.HandleAsync(id, new ReopenByHand.Request(cause, "归档后收到新的现场照片"), who ?? AuditWorld.Reviewer));

    private static int? StatusOf(IResult result) => (result as IStatusCodeHttpResult)?.StatusCode;

    private static string CodeOf(IResult result) => Assert.IsType<Problem>(result).Code;
}
