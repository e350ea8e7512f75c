using System.Text.Json.Nodes;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.Recorded;
using CaseMgmt.Designer.Replay;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>A version over a recorded case: the shipped lifecycle over its own history, and edited ones over the same.</summary>
public sealed class ReplayTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task SameVersion_OverItsOwnHistory_GoesTheSameWay() => Assert.Equal(["same"], (await ReplayAsync(_ => { }, returns: 1)).Flags);

    [Fact]
    public async Task StepThatNobodyEverAnswered_StopsThereAndInventsNothing()
    {
        var result = await ReplayAsync(model => ShippedLifecycle.Node(model, "unit-review")["id"] = "second-review", rename: ("unit-review", "second-review"));
        Assert.Equal(("second-review", "no-answer"), (result.Stop!.Node, result.Stop.Code));
        Assert.Equal(["stopped"], result.Flags);
    }

    [Fact]
    public async Task OutcomeThatIsNoLongerOffered_StopsAtIt()
    {
        var result = await ReplayAsync(model => Set(model, "recheck", "outcomes", "[\"批准\", \"退回\"]"));
        Assert.Equal(("recheck", "unknown-outcome", "通过"), (result.Stop!.Node, result.Stop.Code, result.Stop.Detail));
    }

    [Fact]
    public async Task ShorterPath_IsAnotherWay_AndNamesWhereItLeaves()
    {
        var result = await ReplayAsync(model => ShippedLifecycle.Arrow(model, "evaluate", "完成")["target"]!["activity"] = "close");
        Assert.Equal(["other-way"], result.Flags);
        Assert.Equal(new OtherWay("评价考核 · 完成", "持续改进 · 完成", "归档"), result.OtherWay);
    }

    [Fact]
    public async Task TimerInBetween_FiresByItself_AndIsAnotherWay()
    {
        var result = await ReplayAsync(model => ShippedLifecycle.WithPause(model));
        Assert.Equal((null, "等待一天"), (result.Stop, result.OtherWay!.Now));
    }

    [Fact]
    public async Task WaitForAnEvent_CannotBeAnsweredFromHistory()
    {
        var result = await ReplayAsync(model =>
        {
            var pause = ShippedLifecycle.Node(ShippedLifecycle.WithPause(model), "pause");
            pause["type"] = "Elsa.Event";
            pause["eventName"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "meter-read" } };
        });
        Assert.Equal(("pause", "outside"), (result.Stop!.Node, result.Stop.Code));
    }

    [Fact]
    public async Task InputThatMakesNoSense_EndsInAnIncident()
    {
        var result = await ReplayAsync(model => Set(model, "unit-review", "orgRule", "moon"));
        Assert.Equal(("unit-review", "incident"), (result.Stop!.Node, result.Stop.Code));
        Assert.Equal(["incident"], result.Flags);
    }

    [Fact]
    public async Task OtherForm_MissesWhatItAsksFor()
    {
        var result = await ReplayAsync(model => Set(model, "handle", "form", "recheck"));
        Assert.Contains(result.Misses, miss => miss is { Node: "handle", Code: "required" });
        Assert.Contains("form", result.Flags);
    }

    [Fact]
    public async Task ShorterLimit_IsBreachedByWhatTookLonger()
    {
        var recorded = await RecordedAsync(0);
        var slow = recorded with { Answers = [.. recorded.Answers.Select(answer => answer.Node == "handle" ? answer with { OpenedAt = Utc("2026-06-08T01:00:00Z"), CompletedAt = Utc("2026-06-12T01:00:00Z") } : answer)] };
        var breach = Assert.Single(Replay(model => Set(model, "handle", "slaHoursNormal", 8)).Run(slow).Breaches);
        Assert.Equal(("handle", 8m, 32.0, false), (breach.Node, breach.LimitHours, breach.Hours, breach.WasLate));
    }

    [Fact]
    public async Task Replay_Twice_SaysTheSame()
    {
        var recorded = await RecordedAsync(1);
        var replay = Replay(model => Set(model, "recheck", "orgRule", "moon"));
        Assert.Equal(replay.Run(recorded).Stop, replay.Run(recorded).Stop);
    }

    [Fact]
    public async Task Run_OverTheLastClosedCases_SaysWhatOfWhichAndCountsAll()
    {
        await using var own = new Site();
        var (plain, returned) = (await own.ClosedCaseAsync(), await own.ClosedCaseAsync(returns: 1));
        await own.StartCaseAsync();
        using var owner = await DesignerSeat.Async(own, "owner");
        await owner.OpenAsync(ShippedLifecycle.Id);
        var model = ShippedLifecycle.Read();
        Set(model, "unit-review", "outcomes", "[\"同意\"]");
        await owner.SaveAsync(model);

        using var reviewer = await own.AsAsync("reviewer");
        var run = await reviewer.RunToEndAsync("/api/definitions/online-audit/replays", new { version = 0, count = 100 });
        Assert.Equal(("done", ShippedLifecycle.Version + 1, 2, 1, 1), ((string)run["state"]!, (int)run["toVersion"]!, (int)run["total"]!, (int)run["summary"]!["same"]!, (int)run["summary"]!["stopped"]!));
        var line = Assert.Single(await reviewer.LinesAsync(run, "stopped"))!;
        Assert.Equal(($"case/{returned}", "退回"), ((string)line["subject"]!, (string)line["detail"]!["stop"]!["detail"]!));
        Assert.True(plain > 0);
    }

    private async Task<ReplayResult> ReplayAsync(Action<JsonObject> change, int returns = 0, (string From, string To)? rename = null) =>
        Replay(change, rename).Run(await RecordedAsync(returns));

    private CaseReplay Replay(Action<JsonObject> change, (string From, string To)? rename = null)
    {
        var model = ShippedLifecycle.Read();
        change(model);
        foreach (var end in model["root"]!["connections"]!.AsArray().SelectMany(arrow => new[] { arrow!["source"]!, arrow["target"]! }))
        {
            if (rename is { } names && (string?)end["activity"] == names.From)
            {
                end["activity"] = names.To;
            }
        }

        var services = site.Services;
        return new CaseReplay(
            DefinitionCompiler.Compile(DefinitionJson.Read(model), services.GetRequiredService<ActivityCatalog>()),
            services.GetRequiredService<FormLibrary>().Find, services.GetRequiredService<WorkingCalendar>(), TimeZoneInfo.Utc);
    }

    private async Task<RecordedCase> RecordedAsync(int returns)
    {
        var id = await site.ClosedCaseAsync(returns: returns);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CaseMgmt.Cases.Data.CaseDbContext>();
        var about = (await new CaseScope(ShippedLifecycle.Id, "/37/").LastClosedAsync(db, 100, default)).Single(each => each.Id == id);
        return (await RecordedCases.ReadAsync(db, [about], default))[0];
    }

    private static void Set(JsonObject model, string node, string input, JsonNode value) => ShippedLifecycle.Node(model, node)[input]!["expression"]!["value"] = value;

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text).UtcDateTime;
}
