using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Host.Tests.Inbox;

/// <summary>Somebody pages through the inbox while a task of many orders is being dispatched into it.</summary>
public sealed class InboxPagingTests(Site site) : IClassFixture<Site>
{
    private const string Station = "/37/3703/370306/37030601/";
    private static readonly DateTime Due = new(2036, 6, 12, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Pages_WhileOrdersArrive_ShowWhatWasThereOnceAndNothingTwice()
    {
        await site.AddOrgsAsync();
        var before = await ArriveAsync("a", 60);
        using var handler = await site.AsAsync("handler1");
        var (seen, after, round) = (new List<string>(), "", 0);
        do
        {
            var page = await handler.ReadAsync($"/api/work-items?scope=mine&take=20&after={Uri.EscapeDataString(after)}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            Assert.Equal(60 + (round * 30), (int)page["total"]!);
            after = (string?)page["next"] ?? "";
            // All due at the same minute, as the orders of one task are: some sort before the place where the reader is, some behind it.
            await ArriveAsync(round++ % 2 == 0 ? "0" : "z", after.Length > 0 ? 30 : 0);
        }
        while (after.Length > 0 && round < 3);

        while (after.Length > 0)
        {
            var page = await handler.ReadAsync($"/api/work-items?scope=mine&take=20&after={Uri.EscapeDataString(after)}");
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["next"] ?? "";
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Empty(before.Except(seen));
    }

    private async Task<IReadOnlyList<string>> ArriveAsync(string prefix, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => $"{prefix}-{site.NextId()}").ToList();
        await site.CommitAsync(async session =>
        {
            foreach (var id in ids)
            {
                await session.InsertAsync(new WorkItem
                {
                    Id = id, Subject = "case/1", Title = "稽查处理", Stage = "handle", RoleName = Roles.Handler, OrgPath = Station, UnitPath = Station, OpenedAt = session.Now, DueAt = Due,
                });
            }
        });
        return ids;
    }
}
