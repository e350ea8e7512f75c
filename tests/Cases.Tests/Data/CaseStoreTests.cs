using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Data;

public sealed class CaseStoreTests
{
    [Fact]
    public async Task Store_CommitAndIdentityWriteTogether_BothLand()
    {
        await using var store = await TestStore.CreateAsync();
        var commits = Task.WhenAll(Enumerable.Range(1, 50).Select(id => store.Door.RunAsync("system", session => session.InsertAsync(new CounterRow { Name = $"GD-{id}" }))));
        for (var number = 1; number <= 5; number++)
        {
            await using var scope = store.Provider.CreateAsyncScope();
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            Assert.True((await accounts.CreateAsync(new Account { Id = number, UserName = $"handler{number}", DisplayName = "处理人" }, "Demo#2026")).Succeeded);
        }

        await commits;
        await using var context = store.Context();
        Assert.Equal(50, await context.Set<CounterRow>().CountAsync());
        Assert.Equal(5, await context.Users.CountAsync());
    }

    [Fact]
    public async Task Store_SecondProcessOnTheSameFiles_RefusesToStartAndSaysWhy()
    {
        await using var store = await TestStore.CreateAsync();
        var refused = await Assert.ThrowsAsync<StoreInUseException>(() => TestStore.CreateAsync(directory: store.Directory));
        Assert.Contains("in use by another process", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_HotTables_AreClusteredByTheirKey()
    {
        await using var store = await TestStore.CreateAsync();
        await using var context = store.Context();
        var clustered = await context.Database.SqlQuery<string>($"select name as Value from sqlite_schema where type = 'table' and sql like '%WITHOUT ROWID%'").ToListAsync();
        Assert.Equal(WorkflowModel.ClusteredTables.Order(), clustered.Order());
    }
}
