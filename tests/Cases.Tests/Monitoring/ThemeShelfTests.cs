using CaseMgmt.Cases.Monitoring.Model;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>What a later start takes in: nothing that the database knows, and everything that it does not.</summary>
public sealed class ThemeShelfTests
{
    [Fact]
    public async Task LaterStart_EverythingKnown_TakesInNothing()
    {
        await using var house = await MonitoringHouse.OpenAsync();
        Assert.Equal(0, await ImportAsync(house));
        Assert.Equal(EmbeddedText.Names("themes").Count(), await house.ReadAsync(db => db.Set<ThemeVersion>().CountAsync()));
    }

    [Fact]
    public async Task LaterStart_FileDiffersFromWhatTheDatabaseKnows_BecomesTheNextVersionOnce()
    {
        await using var house = await MonitoringHouse.OpenAsync();
        await DoorOf(house).RunAsync("system", async session => await session.ExecuteAsync($"update theme_version set content_hash = {"earlier"} where code = {"CH-12"}"));
        Assert.Equal(1, await ImportAsync(house));
        Assert.Equal(0, await ImportAsync(house));
        Assert.Equal([1, 2], await house.ReadAsync(db => db.Set<ThemeVersion>().Where(row => row.Code == "CH-12").Select(row => row.Number).Order().ToListAsync()));
        Assert.Equal(2, house.Services.GetRequiredService<ThemeLibrary>().Find("CH-12")!.Version);
    }

    [Fact]
    public async Task LaterStart_DatabaseWithoutATheme_GetsIt()
    {
        await using var house = await MonitoringHouse.OpenAsync();
        await DoorOf(house).RunAsync("system", async session => await session.ExecuteAsync($"delete from theme_version where code = {"CH-12"}"));
        Assert.Equal(1, await ImportAsync(house));
        Assert.Equal(1, await house.ReadAsync(db => db.Set<ThemeVersion>().CountAsync(row => row.Code == "CH-12")));
    }

    private static Task<int> ImportAsync(MonitoringHouse house) => house.Services.GetRequiredService<ThemeShelf>().ImportShippedAsync(CancellationToken.None);

    private static CommitDoor DoorOf(MonitoringHouse house) => house.Services.GetRequiredService<CommitDoor>();
}
