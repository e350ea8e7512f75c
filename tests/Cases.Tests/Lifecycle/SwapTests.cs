using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tests.Inbox;
using CaseMgmt.Cases.Tests.Sla;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>The definition owns the process: edits of the JSON alone, and the product follows.</summary>
public sealed class SwapTests
{
    [Fact]
    public async Task Definition_WithImproveBeforeEvaluate_ChangesTheOrderOfThePeople()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Rewire(json) : json);
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());
        await world.AnswerAsync(AuditWorld.County, subject, "同意", WholeLoopTests.Opinion());

        Assert.Equal(("improve", "improving"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "通过", WholeLoopTests.Opinion()));
        Assert.Equal(("evaluate", "evaluating"), await world.AnswerAsync(AuditWorld.Owner, subject, "完成", WholeLoopTests.Improvement()));
        Assert.Equal(("closed", "closed"), await world.AnswerAsync(AuditWorld.Reviewer, subject, "完成", WholeLoopTests.Score()));
    }

    [Fact]
    public async Task Definition_WithDispatchBeforeGenerate_AsksForTheDispatchFirst()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "audit-task" ? DispatchFirst(json) : json);
        var task = await world.CreateTaskAsync(await world.AnomalyAsync());
        Assert.Equal("派发工单", (await world.OpenAsync(SubjectRef.Task(task))).Title);
        Assert.Equal(("task", "creating"), await world.AnswerAsync(AuditWorld.Analyst, SubjectRef.Task(task), "派发"));
    }

    [Fact]
    public async Task Definition_WithOtherRoleFormAndTitle_AsksOthersInOtherWords()
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? SignInByHandler(json) : json);
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        var item = await world.OpenAsync(subject);
        Assert.Equal(("处理人签收", "handler", AuditWorld.Station, "dispatch"), (item.Title, item.RoleName, item.OrgPath, item.FormKey));
        Assert.Equal(WorkingCalendarTests.Utc("2026-06-11 14:00"), item.DueAt);
        Assert.Equal(("handle", "handling"), await world.AnswerAsync(AuditWorld.Handler, subject, "签收"));
    }

    [Theory]
    [InlineData("ladder", """[{"step":"overdue"}]""")]
    [InlineData("ladder", "not json")]
    [InlineData("orgRule", "moon")]
    [InlineData("slaHoursNormal", "soon")]
    [InlineData("formVersion", "latest")]
    public async Task Definition_WithAnInputThatMakesNoSense_StopsOnThatNodeAndKeepsTheAnswerBefore(string input, string value)
    {
        await using var world = await AuditWorld.CreateAsync(change: (key, json) => key == "online-audit" ? Spoil(json, input, value) : json);
        var subject = SubjectRef.Case((await world.DispatchedCaseAsync()).Id);
        await world.AnswerAsync(AuditWorld.County, subject, "签收");
        await world.AnswerAsync(AuditWorld.Handler, subject, "提交", Answers.Normal());

        Assert.Equal("normal", (await world.CaseAsync(subject.Id)).Conclusion);
        Assert.Equal(["unit-review"], await world.ReadAsync(db => db.Set<IncidentRow>().Select(row => row.ActivityId).ToListAsync()));
    }

    private static JsonObject Spoil(JsonObject json, string input, string value)
    {
        Node(json, "unit-review")[input]!["expression"]!["value"] = value;
        return json;
    }

    private static JsonObject Rewire(JsonObject json)
    {
        Link(json, "recheck", "通过")["target"]!["activity"] = "improve";
        Link(json, "improve", "完成")["target"]!["activity"] = "evaluate";
        Link(json, "evaluate", "完成")["target"]!["activity"] = "close";
        return json;
    }

    private static JsonObject DispatchFirst(JsonObject json)
    {
        Link(json, "monitor", "需处理")["target"]!["activity"] = "dispatch";
        Link(json, "dispatch", "派发")["target"]!["activity"] = "generate";
        Link(json, "generate", "生成")["target"]!["activity"] = "orders";
        return json;
    }

    private static JsonObject SignInByHandler(JsonObject json)
    {
        var node = Node(json, "sign-in");
        node["metadata"]!["displayText"] = "处理人签收";
        node["role"]!["expression"]!["value"] = "handler";
        node["orgRule"]!["expression"]!["value"] = "case-unit";
        node["form"]!["expression"]!["value"] = "dispatch";
        node["slaHoursNormal"]!["expression"]!["value"] = "12";
        return json;
    }

    internal static JsonObject Node(JsonObject json, string id) =>
        json["root"]!["activities"]!.AsArray().Single(node => node!["id"]!.ToString() == id)!.AsObject();

    private static JsonObject Link(JsonObject json, string from, string port) =>
        json["root"]!["connections"]!.AsArray().Single(link => link!["source"]!["activity"]!.ToString() == from && link["source"]!["port"]!.ToString() == port)!.AsObject();
}
