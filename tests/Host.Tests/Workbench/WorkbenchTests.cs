using CaseMgmt.Cases.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Workbench;

/// <summary>The counts of the first page, and the bell.</summary>
public sealed class WorkbenchTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Cases_OfTheOwnOrganisation_AreCounted()
    {
        await site.AddCaseAsync("37030602");
        await site.AddCaseAsync("37030601");
        await site.AddCaseAsync("37030602", closedAt: DateTime.UnixEpoch);
        using var station = await site.AsAsync("handler2");
        using var county = await site.AsAsync("county");

        Assert.Equal(1, (int)(await station.ReadAsync("/api/workbench"))["cases"]!["open"]!);
        Assert.Equal(2, (int)(await county.ReadAsync("/api/workbench"))["cases"]!["open"]!);
        Assert.Equal("dispatch", (string?)(await station.ReadAsync("/api/workbench"))["byStage"]!.AsArray().Single()!["stage"]);
    }

    [Fact]
    public async Task Notification_ToARole_ReachesItsHoldersAboveInTheirLanguageAndNobodyElse()
    {
        var rows = site.Services.GetRequiredService<NotificationRows>();
        await site.CommitAsync(session => rows.AddAsync(session, "reviewer", "/37/3703/370306/37030601/", "case.returned", ["GD-1", "@stage.recheck"], "case/42"));
        using var reviewer = await site.AsAsync("reviewer");
        using var other = await site.AsAsync("owner");

        var bell = await reviewer.ReadAsync("/api/notifications");
        await reviewer.PutAsync("/api/session/language", new { language = "en" });
        var english = await reviewer.ReadAsync("/api/notifications");
        await reviewer.PostAsync("/api/notifications/read", new { });

        Assert.Equal("案件 GD-1 被退回：回复检查", (string?)bell["items"]![0]!["text"]);
        Assert.Equal(("case", 42L, 1), ((string?)bell["items"]![0]!["subjectKind"], (long)bell["items"]![0]!["subjectId"]!, (int)bell["unread"]!));
        Assert.Equal("Case GD-1 was returned: Recheck", (string?)english["items"]![0]!["text"]);
        Assert.Equal(0, (int)(await reviewer.ReadAsync("/api/notifications"))["unread"]!);
        Assert.Empty((await other.ReadAsync("/api/notifications"))["items"]!.AsArray());
    }
}
