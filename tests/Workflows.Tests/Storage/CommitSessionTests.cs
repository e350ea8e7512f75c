using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Tests.Storage;

/// <summary>What every commit promises, on every database there is.</summary>
public sealed class CommitSessionTests
{
    private static Parcel NewParcel(long id) => new()
    {
        Id = id,
        Label = "电能表",
        Weight = 12.3456m,
        SentAt = new DateTime(2026, 5, 31, 23, 59, 59, 123, DateTimeKind.Utc),
        Fragile = true,
        Seal = [1, 2, 3],
    };

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Insert_AllColumnTypes_ReadBackTheSameByCommitAndByEf(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Door.RunAsync("system", session => session.InsertAsync(NewParcel(1)));

        var byCommit = await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(1L));
        await using var context = database.Context();
        var byEf = await context.Set<Parcel>().AsNoTracking().SingleAsync(parcel => parcel.SentAt == NewParcel(1).SentAt);

        Assert.Equivalent(NewParcel(1), byCommit);
        Assert.Equivalent(NewParcel(1), byEf);
        Assert.Equal(DateTimeKind.Utc, byCommit!.SentAt.Kind);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Find_RowThatEfWrote_ReadsIt(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var context = database.Context())
        {
            context.Add(NewParcel(2));
            await context.SaveChangesAsync();
        }

        Assert.Equivalent(NewParcel(2), await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(2L)));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Update_VersionReadBefore_RaisesItAndRefusesTheOlderReader(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Door.RunAsync("system", session => session.InsertAsync(NewParcel(1)));
        var early = await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(1L));
        var late = await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(1L));

        early!.Label = "互感器";
        await database.Door.RunAsync("system", session => session.UpdateAsync(early));
        late!.Label = "采集终端";
        await Assert.ThrowsAsync<StaleWriteException>(() => database.Door.RunAsync("system", session => session.UpdateAsync(late)));

        var stored = await database.Door.RunAsync("system", session => session.FindAsync<Parcel>(1L));
        Assert.Equal(("互感器", 2), (stored!.Label, stored.Version));
        Assert.Equal(1, late.Version);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Work_ThatFailsAtItsEnd_LeavesNothing(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Assert.ThrowsAsync<InvalidDataException>(() => database.Door.RunAsync("system", async session =>
        {
            await session.InsertAsync(NewParcel(1));
            await session.AppendHistoryAsync("case/1", "test.kind", []);
            throw new InvalidDataException("no");
        }));

        await using var context = database.Context();
        Assert.Equal(0, await context.Set<Parcel>().CountAsync());
        Assert.Equal(0, await context.Set<HistoryRow>().CountAsync());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Insert_KeyThatExists_IsStale(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Door.RunAsync("system", session => session.InsertAsync(NewParcel(1)));
        await Assert.ThrowsAsync<StaleWriteException>(() => database.Door.RunAsync("system", session => session.InsertAsync(NewParcel(1))));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Query_ListInAHole_BecomesParameters(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.Door.RunAsync("system", async session =>
        {
            for (var id = 1L; id <= 5; id++)
            {
                await session.InsertAsync(NewParcel(id));
            }
        });

        long[] wanted = [2, 4, 9];
        var rows = await database.Door.RunAsync("system", session => session.QueryAsync<Parcel>($"id in ({wanted}) and fragile = {true} order by id"));
        var first = await database.Door.RunAsync("system", session => session.TopAsync<Parcel>(2, $"id > {1L} order by id"));

        Assert.Equal([2, 4], rows.Select(row => row.Id));
        Assert.Equal([2, 3], first.Select(row => row.Id));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task NextNumber_ManyAtOnce_HasNoGapAndNoDouble(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            database.Door.RunAsync("system", session => session.NextNumberAsync("GD-37030601-202605"))));

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (long)number), numbers.Order());
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task History_ManyWritersOfOneSubject_IsOneWholeChain(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => database.Door.RunAsync("7", async session =>
        {
            await session.AppendHistoryAsync("case/42", "form.answered", new JsonObject { ["b"] = number, ["a"] = "结论" });
            await session.AppendHistoryAsync("case/42", "form.signed", [], new Dictionary<string, string> { ["name"] = "张三" });
        })));

        await using var context = database.Context();
        var rows = await context.Set<HistoryRow>().AsNoTracking().OrderBy(row => row.Seq).ToListAsync();
        var hash = HistoryChain.Start;
        for (var i = 0; i < rows.Count; i++)
        {
            Assert.Equal(i + 1, rows[i].Seq);
            hash = HistoryChain.Hash(hash, rows[i]);
            Assert.Equal(hash, rows[i].Hash);
        }

        var head = await context.Set<HistoryHeadRow>().AsNoTracking().SingleAsync();
        Assert.Equal(60, head.Entries);
        Assert.Equal(hash, head.Hash);
        Assert.DoesNotContain(rows, row => row.Data.Contains("张三", StringComparison.Ordinal));
        Assert.Equal(30, await context.Set<HistoryPersonalRow>().CountAsync(row => row.Content == "张三"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Announcement_OfACommit_ComesAfterItAndOnlyIfItLands(Database kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var heard = new List<string>();
        var announcements = new Announcements();
        var services = new CommitServices(new ContextSource(database.Context), new TestTime(), new Ids(new TestTime()), announcements, HostIdentity.New());
        var door = database.NewDoor(services);
        using var listening = announcements.Listen(heard.AddRange);

        await door.RunAsync("system", session =>
        {
            session.Announce("case/1");
            return ValueTask.CompletedTask;
        });
        await Assert.ThrowsAsync<InvalidDataException>(() => door.RunAsync("system", session =>
        {
            session.Announce("case/2");
            throw new InvalidDataException("no");
        }));

        (door as IDisposable)?.Dispose();
        Assert.Equal(["case/1"], heard);
    }
}
