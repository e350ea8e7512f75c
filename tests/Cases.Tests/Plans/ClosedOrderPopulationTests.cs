using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Tests.Lifecycle;
using ClosedOrders = CaseMgmt.Cases.Plans.Samples.ClosedOrders;

namespace CaseMgmt.Cases.Tests.Plans;

/// <summary>The population of closed orders as each database reads it: kind, theme, handler.</summary>
public sealed class ClosedOrderPopulationTests
{
    public static TheoryData<StoreProvider> Databases() => AuditWorld.Databases();

    [Theory, MemberData(nameof(Databases))]
    public async Task Orders_OfTheMonth_HaveTheirKindAndHandlerAndAFailedSampleCountsForThreeMonths(StoreProvider provider)
    {
        await using var world = await AuditWorld.CreateAsync(provider: provider);
        var closed = await Lifecycle.ClosedOrders.MakeAsync(world, await world.AnomalyAsync());
        Assert.Equal([(closed.Number, "rest", "DJ-01", AuditWorld.Handler.PersonNo)], await ReadAsync(world));

        await world.Door.RunAsync("system", async session => await session.InsertAsync(new SampleItem
        {
            SampleId = 7, ObjKey = closed.Number, OrgNo = closed.OrgNo, OrgPath = closed.OrgPath, Place = 1, Grade = SampleGrades.Fail, GradedAt = session.Now,
        }));
        Assert.Equal("failed-handler", Assert.Single(await ReadAsync(world)).Kind);
        Assert.Equal("failed-handler", Assert.Single(await ReadAsync(world, days: 91)).Kind);
        Assert.Equal("rest", Assert.Single(await ReadAsync(world, days: 93)).Kind);
    }

    private static Task<List<(string Number, string Kind, string Theme, string Handler)>> ReadAsync(AuditWorld world, int days = 0) => world.ReadAsync(async db =>
        (await ClosedOrders.ReadAsync(db, "202606", "/37/3703/", world.Clock.Now.AddDays(days), default)).Select(member => (member.ObjKey, member.Class, member.Theme, member.Handler)).ToList());
}
