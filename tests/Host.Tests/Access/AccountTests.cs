using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;

namespace CaseMgmt.Host.Tests.Access;

/// <summary>Accounts are made by an administrator and by nobody else.</summary>
public sealed class AccountTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Create_GoodAccount_CanSignInAndHasHistory()
    {
        using var admin = await site.AsAsync("admin");

        var made = await site.AddAccountAsync(admin, "zhao.min", "Good#2026");
        var id = (long)(await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;

        using var visitor = site.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await visitor.SignInAsync("zhao.min", "Good#2026")).StatusCode);
        Assert.Equal("account.created", (await site.HistoryAsync($"account/{id}")).Single().Kind);
    }

    [Fact]
    public async Task Create_NothingRight_NamesEverythingWrong()
    {
        using var admin = await site.AsAsync("admin");

        var answer = await admin.PostAsync("/api/accounts", new { userName = "x", displayName = "", personNo = "", orgNo = "999", roles = new[] { "king" }, password = "weak" });

        var detail = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.All(["用户名", "姓名", "工号", "单位", "角色", "密码"], word => Assert.Contains(word, detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_NameTaken_IsRefused()
    {
        using var admin = await site.AsAsync("admin");

        var answer = await site.AddAccountAsync(admin, "HANDLER1", "Good#2026");

        Assert.Equal("account-invalid", await Visitor.CodeOf(answer));
    }

    [Fact]
    public async Task Disable_OpenSession_EndsAndSignInFails()
    {
        using var admin = await site.AsAsync("admin");
        var id = await MadeAsync(admin, "leaver");
        using var visitor = site.Stranger();
        await visitor.SignInAsync("leaver", "Good#2026");

        var changed = await admin.PutAsync($"/api/accounts/{id}", new { disabled = true });

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync("leaver", "Good#2026")).StatusCode);
        Assert.Equal(["account.created", "account.changed"], (await site.HistoryAsync($"account/{id}")).Select(row => row.Kind));
    }

    [Fact]
    public async Task Roles_Changed_AreTheOnesListed()
    {
        using var admin = await site.AsAsync("admin");
        var id = await MadeAsync(admin, "mover");

        await admin.PutAsync($"/api/accounts/{id}", new { roles = new[] { Roles.Reviewer, Roles.Auditor } });

        var listed = (await admin.ReadAsync("/api/accounts?q=mover")).AsArray().Single()!;
        Assert.Equal([Roles.Reviewer, Roles.Auditor], listed["roles"]!.AsArray().Select(role => (string?)role));
        Assert.Equal("城关供电所", (string?)listed["orgName"]);
    }

    [Fact]
    public async Task Update_OwnAccount_IsRefused()
    {
        using var admin = await site.AsAsync("admin");
        var own = (long)(await admin.ReadAsync("/api/session"))["account"]!["id"]!;

        var answer = await admin.PutAsync($"/api/accounts/{own}", new { disabled = true });

        Assert.Equal("account-self", await Visitor.CodeOf(answer));
    }

    [Fact]
    public async Task Import_GoodAndBadLines_MakesTheGoodOnesAndNamesTheBad()
    {
        using var admin = await site.AsAsync("admin");
        await site.AddOrgsAsync();
        const string csv = """
            user_name,display_name,person_no,org_no,roles,password
            bulk.one,"李, 一",P-101,37030601,handler,Good#2026
            bulk.two,王二,P-102,37030602,handler;county-auditor,Good#2026
            bulk.one,赵三,P-103,37030601,handler,Good#2026
            bulk.four,钱四,P-104,99999999,handler,Good#2026
            bulk.five,孙五,P-105
            """;

        var answer = await admin.UploadAsync("/api/accounts/import", "people.csv", System.Text.Encoding.UTF8.GetBytes(csv));
        var report = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;

        Assert.Equal(2, (int)report["created"]!);
        Assert.Equal([4, 5, 6], report["rejected"]!.AsArray().Select(line => (int)line!["line"]!));
        Assert.Equal("李, 一", (string?)(await admin.ReadAsync("/api/accounts?q=bulk.one")).AsArray().Single()!["displayName"]);
    }

    private async Task<long> MadeAsync(Visitor admin, string userName) =>
        (long)(await (await site.AddAccountAsync(admin, userName, "Good#2026")).Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
}
