using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Plans.ProblemLists;
using CaseMgmt.Cases.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Plans;

/// <summary>The team of a scheme over HTTP: who may be in it, and that visits and weekly lists are its people's.</summary>
public sealed class SchemeTeamsOverHttpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Team_OfAScheme_IsShownByRoleAndToldAndKeptInTheHistory()
    {
        var (analyst, id) = await DraftAsync("onsite");
        using var handler = await site.AsAsync("handler1");
        var (lead, inspector) = (await AccountAsync(analyst), await AccountAsync(handler));
        Assert.Equal("scheme-leader", await Visitor.CodeOf(await analyst.PostAsync($"/api/schemes/{id}/submit", new { })));
        await TeamAsync(analyst, id, (lead, "leader", []));
        Assert.Equal("scheme-two", await Visitor.CodeOf(await analyst.PostAsync($"/api/schemes/{id}/submit", new { })));
        await TeamAsync(analyst, id, (inspector, "inspector", ["37030601"]), (lead, "leader", []));

        var team = (await analyst.ReadAsync($"/api/schemes/{id}"))["team"]!.AsArray();
        Assert.Equal([(lead, "leader", 0), (inspector, "inspector", 1)], team.Select(each => ((long)each!["accountId"]!, (string)each["role"]!, each["units"]!.AsArray().Count)));
        Assert.Contains((await handler.ReadAsync("/api/notifications"))["items"]!.AsArray(), note => (string)note!["kind"]! == "scheme.joined");
        Assert.Equal(["scheme.written", "scheme.team", "scheme.team"], (await site.HistoryAsync($"scheme/{id}")).Select(row => row.Kind));
        Assert.Equal(HttpStatusCode.NoContent, (await analyst.PostAsync($"/api/schemes/{id}/submit", new { })).StatusCode);
        Assert.Equal("scheme-state", await Visitor.CodeOf(await PutAsync(analyst, id, (lead, "leader", []))));
        analyst.Dispose();
    }

    [Fact]
    public async Task Team_OfPeopleWhoCannotBeChosen_IsRefused()
    {
        var (analyst, id) = await DraftAsync("special");
        using var manager = await site.AsAsync("manager");
        using var handler = await site.AsAsync("handler1");
        Assert.Equal("scheme-people", await Visitor.CodeOf(await PutAsync(analyst, id, (await AccountAsync(manager), "leader", []))));
        Assert.Equal("scheme-people", await Visitor.CodeOf(await PutAsync(analyst, id, (77, "leader", []))));
        Assert.Equal("scheme-member-units", await Visitor.CodeOf(await PutAsync(analyst, id, (await AccountAsync(analyst), "leader", ["3703"]))));
        Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(handler, id, (await AccountAsync(handler), "leader", []))).StatusCode);
        analyst.Dispose();
    }

    [Fact]
    public async Task WeeklyListAndVisits_OfASchemeInForce_AreItsTeams()
    {
        var (analyst, id) = await DraftAsync("special");
        using var handler = await site.AsAsync("handler1");
        using var neighbour = await site.AsAsync("handler2");
        await TeamAsync(analyst, id, (await AccountAsync(handler), "leader", ["37030601"]));
        await site.CommitAsync(async session => await session.ExecuteAsync($"update audit_scheme set state = {"in-force"} where id = {id}"));
        var order = await OrderOfAsync(id, "T1");

        var team = (await handler.ReadAsync($"/api/cases/{order}/visits"))["team"]!.AsArray().Single()!;
        Assert.Equal("leader", (string)team["role"]!);
        if (await site.Services.GetRequiredService<ProblemListSweep>().RunAsync(default) == 0)
        {
            // Before the first working day of a week there is no list, and that is right.
            return;
        }

        var list = (await handler.ReadAsync("/api/problem-lists"))["items"]!.AsArray().Single(each => (long?)each!["schemeId"] == id)!;
        Assert.Equal(("基本电费专项稽查", 1), ((string)list["schemeTitle"]!, (int)list["open"]!));
        Assert.Equal("T1", (string)(await handler.ReadAsync($"/api/problem-lists/{list["id"]}"))["lines"]!.AsArray().Single()!["objKey"]!);
        Assert.DoesNotContain((await neighbour.ReadAsync("/api/problem-lists"))["items"]!.AsArray(), each => (long?)each!["schemeId"] == id);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"/api/problem-lists/{list["id"]}")).StatusCode);
        Assert.Contains((await handler.ReadAsync("/api/notifications"))["items"]!.AsArray(), note => (string)note!["kind"]! == "problem-list.team");
        analyst.Dispose();
    }

    private async Task<(Visitor Analyst, long Id)> DraftAsync(string type)
    {
        await site.AddOrgsAsync();
        var analyst = await site.AsAsync("analyst");
        var answer = await analyst.PostAsync("/api/schemes", new
        {
            title = "基本电费专项稽查", type, units = new[] { "37030601" }, themes = new[] { "DJ-05" }, periodFrom = "2020-01-01", periodTo = "2099-12-31", goal = "查清基本电费计收差错并追补",
            checklist = "核对合同容量", basis = "供电营业规则",
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (analyst, (long)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!);
    }

    private async Task<long> OrderOfAsync(long scheme, string objKey)
    {
        var (task, order) = (site.NextId(), await site.AddCaseAsync());
        var anomaly = (await site.AddAnomaliesAsync("202512", ("DJ-05", objKey)))[0];
        await site.CommitAsync(async session =>
        {
            await session.InsertAsync(new AuditTask
            {
                Id = task, Number = $"RW-{task}", Title = "t", Type = "special", OrgNo = "3703", OrgPath = "/37/3703/", InstanceId = $"task-{task}", Origin = $"scheme/{scheme}", CreatedAt = session.Now,
            });
            await session.ExecuteAsync($"update audit_case set task_id = {task} where id = {order}");
            await session.InsertAsync(new CaseItem { Id = site.NextId(), CaseId = order, AnomalyId = anomaly, HeldAnomalyId = anomaly, ObjKey = objKey });
        });
        return order;
    }

    private static async Task<long> AccountAsync(Visitor who) => (long)(await who.ReadAsync("/api/session"))["account"]!["id"]!;

    private static async Task TeamAsync(Visitor who, long id, params (long Account, string Role, string[] Units)[] members) =>
        Assert.Equal(HttpStatusCode.NoContent, (await PutAsync(who, id, members)).StatusCode);

    private static Task<HttpResponseMessage> PutAsync(Visitor who, long id, params (long Account, string Role, string[] Units)[] members) =>
        who.PutAsync($"/api/schemes/{id}/members", new { members = members.Select(member => new { accountId = member.Account, role = member.Role, units = member.Units }) });
}
