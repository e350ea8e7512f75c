using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A reader of English meets no Chinese step, a reader of Chinese no English one.</summary>
public sealed class StepNamesTests
{
    [Fact]
    public async Task WorkItem_OfAShippedStep_HasBothNames()
    {
        await using var world = await AuditWorld.CreateAsync();
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));

        Assert.Equal(("签收", "Sign in"), (StepNames.Of(item, "zh"), StepNames.Of(item, "en")));
        var told = await world.ReadAsync(db => db.Set<Notification>().AsNoTracking().Where(row => row.AccountId == AuditWorld.County.Id).SingleAsync());
        Assert.Contains("Sign in", ListNotifications.LineOf(told, "en").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收", ListNotifications.LineOf(told, "en").Text, StringComparison.Ordinal);
        Assert.Contains("签收", ListNotifications.LineOf(told, "zh").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WorkItem_OfARenamedStep_TakesTheNameItsNodeGives()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Renamed(json, "Take the order") : json);
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        Assert.Equal(("接单", "Take the order"), (StepNames.Of(item, "zh"), StepNames.Of(item, "en")));
    }

    [Fact]
    public async Task WorkItem_WithoutAnEnglishName_IsCalledByItsKind()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Renamed(json, "") : json);
        var item = await world.OpenAsync(SubjectRef.Case((await world.DispatchedCaseAsync()).Id));
        Assert.Equal("Sign in", StepNames.Of(item, "en"));
        item.TitleEn = null;
        Assert.Equal("Sign in", StepNames.Of(item, "en"));
    }

    [Fact]
    public async Task History_OfACase_IsToldInTheReadersLanguage()
    {
        await using var world = await AuditWorld.CreateAsync();
        var audited = await world.DispatchedCaseAsync();
        await world.AnswerAsync(AuditWorld.County, SubjectRef.Case(audited.Id), "签收");

        Assert.Contains(("签收", "稽查处理", "签收"), await MovesAsync(world, audited, "zh"));
        var english = await MovesAsync(world, audited, "en");
        Assert.Contains(("Sign in", "Handle", "Sign in"), english);
        Assert.DoesNotContain(english, move => $"{move}".Contains("签收", StringComparison.Ordinal));
    }

    private static async Task<List<(string? From, string? To, string? Outcome)>> MovesAsync(AuditWorld world, AuditCase audited, string language)
    {
        await using var scope = world.Get<IServiceScopeFactory>().CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<ReadHistory>().HandleAsync(SubjectRef.Case(audited.Id), null, AuditWorld.Analyst, language);
        var lines = ((ReadHistory.Answer)((IValueHttpResult)answer).Value!).Items;
        return [.. lines.Select(line => (line.From, line.To, line.Outcome))];
    }

    private static JsonObject Renamed(JsonObject json, string english)
    {
        var node = SwapTests.Node(json, "sign-in");
        node["metadata"]!["displayText"] = "接单";
        node["titleEn"]!["expression"]!["value"] = english;
        return json;
    }
}
