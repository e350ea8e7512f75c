using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Tests.Storage;

/// <summary>SQLite: every write of the process takes one lane.</summary>
public sealed class WriterLaneTests
{
    [Fact]
    public async Task Lane_OneJobOfManyFails_OnlyThatOneIsAnsweredWithIt()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        var answers = await Task.WhenAll(Enumerable.Range(1, 50).Select(async id =>
        {
            try
            {
                await database.Door.RunAsync("system", async session =>
                {
                    await session.InsertAsync(new Parcel { Id = id });
                    if (id % 10 == 0)
                    {
                        throw new InvalidDataException("every tenth");
                    }
                });
                return true;
            }
            catch (InvalidDataException)
            {
                return false;
            }
        }));

        await using var context = database.Context();
        Assert.Equal(45, answers.Count(landed => landed));
        Assert.Equal(45, await context.Set<Parcel>().CountAsync());
    }

    [Fact]
    public async Task Lane_WorkThatAwaitsSomethingElse_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        var never = new TaskCompletionSource();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Door.RunAsync("system", async session =>
        {
            await session.InsertAsync(new Parcel { Id = 1 });
            await never.Task;
        }));

        await using var context = database.Context();
        Assert.Equal(0, await context.Set<Parcel>().CountAsync());
    }

    [Fact]
    public async Task Lane_CommitItselfFails_AllAreToldAndTheNextOneWorks()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        database.Services.Probe = sql =>
        {
            if (sql == "commit")
            {
                throw new IOException("disk full");
            }
        };
        await Assert.ThrowsAsync<IOException>(() => database.Door.RunAsync("system", session => session.InsertAsync(new Parcel { Id = 1 })));
        database.Services.Probe = null;
        await database.Door.RunAsync("system", session => session.InsertAsync(new Parcel { Id = 2 }));

        await using var context = database.Context();
        Assert.Equal(2, (await context.Set<Parcel>().SingleAsync()).Id);
    }

    [Fact]
    public async Task Gate_LaneAndEfWriteTogether_NobodyIsLockedOutAndAllLand()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        var lane = Task.WhenAll(Enumerable.Range(1, 200).Select(id => database.Door.RunAsync("system", session => session.InsertAsync(new Parcel { Id = id }))));
        var single = Task.WhenAll(Enumerable.Range(1, 5).Select(worker => Task.Run(() => SaveAsync(database, 1000 * worker, 1))));
        var several = Task.WhenAll(Enumerable.Range(6, 5).Select(worker => Task.Run(() => SaveAsync(database, 1000 * worker, 3))));
        await Task.WhenAll(lane, single, several);

        await using var context = database.Context();
        Assert.Equal(200 + (5 * 10) + (5 * 10 * 3), await context.Set<Parcel>().CountAsync());
        Assert.True(database.Gate.Guests >= 100);

        static async Task SaveAsync(TestDatabase database, int from, int rowsAtOnce)
        {
            for (var round = 0; round < 10; round++)
            {
                await using var context = database.Context();
                context.AddRange(Enumerable.Range(0, rowsAtOnce).Select(row => new Parcel { Id = from + (round * rowsAtOnce) + row }));
                await context.SaveChangesAsync();
            }
        }
    }

    [Fact]
    public async Task Gate_BulkStatementsAndAbandonedTransaction_LeaveItFree()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await database.Door.RunAsync("system", session => session.InsertAsync(new Parcel { Id = 1 }));
        await using (var context = database.Context())
        {
            await context.Set<Parcel>().ExecuteUpdateAsync(set => set.SetProperty(parcel => parcel.Label, "改"));
            await using var abandoned = await context.Database.BeginTransactionAsync();
            await context.Set<Parcel>().ExecuteDeleteAsync();
        }

        var row = await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(1L));
        Assert.Equal("改", row!.Label);
    }

    [Fact]
    public async Task Gate_WriteThatFindsAWayRound_FailsInsteadOfRacing()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using var context = database.Context();
        await context.Database.OpenConnectionAsync();
        await using var raw = ((SqliteConnection)context.Database.GetDbConnection()).CreateCommand();
        raw.CommandText = "delete from parcel";
        var refused = await Assert.ThrowsAsync<SqliteException>(() => raw.ExecuteNonQueryAsync());
        Assert.Equal(8, refused.SqliteErrorCode);
    }

    [Fact]
    public async Task File_UsedByAnotherOwner_IsRefusedWithTheReason()
    {
        await using var database = await TestDatabase.CreateAsync(Database.Sqlite);
        await using (var first = SqliteFiles.Claim(database.SqlitePath))
        {
            var refused = Assert.Throws<StoreInUseException>(() => SqliteFiles.Claim(database.SqlitePath));
            Assert.Contains(database.SqlitePath, refused.Message, StringComparison.Ordinal);
        }

        File.Delete(database.SqlitePath + ".lock");
    }
}
