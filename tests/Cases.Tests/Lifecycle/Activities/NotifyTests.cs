using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle.Activities;

public sealed class NotifyTests
{
    private static readonly NoticeFacts Facts = new("GD-1", "电价稽查", "城关供电所", "recheck", new DateTime(2026, 6, 10, 1, 30, 0, DateTimeKind.Utc));

    [Fact]
    public async Task Notify_OfTwoRoles_TellsTheirPeopleOnceAndGoesOn()
    {
        await using var world = await OneStep.CreateAsync(
            "Audit.Notify", ("to", """["county-auditor","handler"]"""), ("orgRule", "case-unit"), ("text", "{number} 请于本周内准备现场资料"), ("textEn", "Prepare for {number}"));
        var row = await world.DispatchedCaseAsync();

        Assert.Equal("closed", (await world.CaseAsync(row.Id)).Stage);
        var notices = await world.ReadAsync(db => db.Set<Notification>().Where(each => each.Kind == NotifyPeopleHandler.Kind).OrderBy(each => each.AccountId).ToListAsync());
        Assert.Equal([AuditWorld.County.Id, AuditWorld.Handler.Id], notices.Select(notice => notice.AccountId));
        Assert.Equal($"{row.Number} 请于本周内准备现场资料", ListNotifications.LineOf(notices[0], "zh").Text);
        Assert.Equal($"Prepare for {row.Number}", ListNotifications.LineOf(notices[0], "en").Text);
    }

    [Theory]
    [InlineData("{number} {title}，{unit} 在{stage}，期限 {due}", "zh", "GD-1 电价稽查，城关供电所 在回复检查，期限 2026-06-10 09:30")]
    [InlineData("{stage} of {number} {typo}", "en", "Recheck of GD-1 {typo}")]
    public void Notify_Template_IsFilledAndAnUnknownWordStays(string template, string language, string text) => Assert.Equal(text, NoticeText.Fill(template, Facts, language));

    [Fact]
    public async Task Notify_OfNobody_StopsOnThatNode()
    {
        await using var world = await OneStep.CreateAsync("Audit.Notify", ("to", "[]"));
        await world.DispatchedCaseAsync();
        Assert.Equal(["recipients"], await world.ReadAsync(db => db.Set<IncidentRow>().Select(row => row.Code).ToListAsync()));
    }
}
