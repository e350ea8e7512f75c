using System.Net;
using System.Net.Http.Json;
using CaseMgmt.Cases.Access;

namespace CaseMgmt.Host.Tests.Access;

/// <summary>Signing in and out, and what protects it.</summary>
public sealed class SessionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task SignIn_RightPassword_TellsAccountRolesAndPermissions()
    {
        using var visitor = await site.AsAsync("county");

        var session = await visitor.ReadAsync("/api/session");

        Assert.Equal("county", (string?)session["account"]!["userName"]);
        Assert.Equal("/37/3703/370306/", (string?)session["account"]!["orgPath"]);
        Assert.Equal(Roles.CountyAuditor, (string?)session["account"]!["roles"]![0]);
        Assert.Contains(Permissions.WorkAnswer, session["account"]!["permissions"]!.AsArray().Select(each => (string?)each));
    }

    [Theory]
    [InlineData("county", "wrong")]
    [InlineData("nobody-knows", "Demo#2026")]
    [InlineData("", "")]
    public async Task SignIn_WrongNameOrPassword_GetsTheSameAnswer(string userName, string password)
    {
        using var visitor = site.Stranger();

        var answer = await visitor.SignInAsync(userName, password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("sign-in-failed", await Visitor.CodeOf(answer));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksAndTellsSoInHistory()
    {
        using var visitor = site.Stranger();
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInAsync("handler2", "wrong")).StatusCode);
        }

        var fifth = await visitor.SignInAsync("handler2", "wrong");
        var right = await visitor.SignInAsync("handler2", DemoAccounts.Password);

        Assert.Equal(HttpStatusCode.Locked, fifth.StatusCode);
        Assert.Equal(HttpStatusCode.Locked, right.StatusCode);
        Assert.Equal("locked-out", await Visitor.CodeOf(right));
        Assert.Equal(1, await site.CountHistoryAsync("account.locked"));
    }

    [Fact]
    public async Task Cookie_OfASession_IsStrictAndHiddenFromScripts()
    {
        using var visitor = site.Stranger();

        var answer = await visitor.SignInAsync("auditor", DemoAccounts.Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("case-session=", StringComparison.Ordinal));
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Change_WithoutToken_Is400AndChangesNothing()
    {
        using var visitor = await site.AsAsync("reviewer");

        var answer = await visitor.SendAsync(HttpMethod.Put, "/api/session/language", JsonContent.Create(new { language = "en" }), withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("antiforgery", await Visitor.CodeOf(answer));
        Assert.Equal("zh", (string?)(await visitor.ReadAsync("/api/session"))["account"]!["language"]);
    }

    [Fact]
    public async Task SignOut_Always_EndsTheSession()
    {
        using var visitor = await site.AsAsync("owner");

        await visitor.DeleteAsync("/api/session");

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.GetAsync("/api/session")).StatusCode);
    }

    [Fact]
    public async Task Language_OfTheAccount_WinsOverTheBrowsersButNotOverThePage()
    {
        using var visitor = await site.AsAsync("analyst");
        await visitor.PutAsync("/api/session/language", new { language = "en" });

        var browser = await TitleAsync(visitor, "zh-CN");
        var page = await TitleAsync(visitor, "zh");
        await visitor.PutAsync("/api/session/language", new { language = "zh" });

        Assert.Equal(("Not found", "未找到"), (browser, page));
    }

    private static async Task<string?> TitleAsync(Visitor visitor, string language)
    {
        var answer = await visitor.SendAsync(HttpMethod.Get, "/api/nothing-here", null, language: language);
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, object>>())!["title"].ToString();
    }

    [Fact]
    public async Task Password_Changed_WorksAndOldOneDoesNot()
    {
        using var admin = await site.AsAsync("admin");
        using var visitor = site.Stranger();
        await site.AddAccountAsync(admin, "new.colleague", "First#2026");
        await visitor.SignInAsync("new.colleague", "First#2026");

        var weak = await visitor.PostAsync("/api/session/password", new { current = "First#2026", next = "short" });
        var wrong = await visitor.PostAsync("/api/session/password", new { current = "Wrong#2026", next = "Second#2026" });
        var changed = await visitor.PostAsync("/api/session/password", new { current = "First#2026", next = "Second#2026" });

        Assert.Equal("password-weak", await Visitor.CodeOf(weak));
        Assert.Equal("password-wrong", await Visitor.CodeOf(wrong));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/api/session")).StatusCode);
        using var again = site.Stranger();
        Assert.Equal(HttpStatusCode.Unauthorized, (await again.SignInAsync("new.colleague", "First#2026")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.SignInAsync("new.colleague", "Second#2026")).StatusCode);
    }
}
