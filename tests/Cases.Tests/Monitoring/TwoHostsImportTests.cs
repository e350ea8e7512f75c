using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Cases.Tests.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Monitoring;

/// <summary>Two hosts on one PostgreSQL: a host that starts leaves the other's running import alone until that host is gone for as long as its lease.</summary>
public sealed class TwoHostsImportTests : IAsyncLifetime
{
    private readonly FakeClock clock = new(new DateTime(2026, 6, 10, 4, 0, 0));
    private MonitoringHouse? first;
    private MonitoringHouse second = null!;

    public async Task InitializeAsync()
    {
        if (TestStore.PostgresServer is { } server)
        {
            var store = new StoreOptions { Provider = StoreProvider.Postgres, ConnectionString = $"{server};Database=t{Guid.NewGuid():n}" };
            first = await MonitoringHouse.OpenAsync(clock, store: store);
            second = await MonitoringHouse.OpenAsync(clock, store: store with { HostNumber = 1 });
        }
    }

    public async Task DisposeAsync()
    {
        if (first is not null)
        {
            await second.DisposeAsync();
            await first.DisposeAsync();
        }
    }

    [Fact]
    public async Task Start_OfASecondHost_LeavesTheImportOfTheFirstAlone()
    {
        if (first is null)
        {
            return;
        }

        var batch = await first.Import.OpenAsync("1", default);
        clock.Now = clock.Now.AddMinutes(20);
        await second.Import.RecoverAsync(default);
        Assert.Equal(ImportBatch.Running, await StateAsync(batch.Id));
        Assert.Equal(ImportBatch.Done, (await first.Import.LoadAsync(batch, first.County(800), default)).State);
        await second.Import.RecoverAsync(default);
        Assert.Equal(ImportBatch.Done, await StateAsync(batch.Id));
    }

    [Fact]
    public async Task Start_AfterTheLeaseOfALostHost_FailsItsImportAndTheLostHostCannotBringItIntoForce()
    {
        if (first is null)
        {
            return;
        }

        var batch = await first.Import.OpenAsync("1", default);
        clock.Now = clock.Now.AddMinutes(31);
        await second.Import.RecoverAsync(default);
        Assert.Equal(ImportBatch.Failed, await StateAsync(batch.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first.Import.LoadAsync(batch, first.County(800), default));
        Assert.Equal(ImportBatch.Failed, await StateAsync(batch.Id));
        Assert.False(File.Exists(first.Files.DatabaseOf(batch.Id)));
    }

    private Task<string> StateAsync(long id) => second.ReadAsync(db => db.Set<ImportBatch>().Where(row => row.Id == id).Select(row => row.State).SingleAsync());
}
