using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>One demo person in front of the real Elsa Studio, and the calls that the same person could make.</summary>
public sealed class StudioPage(IBrowserContext context, IPage page, Uri address) : IAsyncDisposable
{
    /// <summary>Milliseconds until Studio has started on a machine that runs other tests beside; a quiet one needs a tenth.</summary>
    public const float Patience = 90_000;
    private readonly List<string> faults = [];

    public IPage Page => page;

    /// <summary>What no page of the designer may do: throw, break its content policy, or ask anything of another machine.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static async Task<StudioPage> SignInAsync(Browsers browsers, Uri address, string userName, string language = "zh")
    {
        var context = await browsers.NewContextAsync(address);
        var page = new StudioPage(context, await context.NewPageAsync(), address);
        page.Listen();
        await page.Page.GotoAsync("/health");
        await page.Page.EvaluateAsync("fetch('/api/antiforgery')");
        await page.CallAsync("POST", "/api/session", new JsonObject { ["userName"] = userName, ["password"] = "Demo#2026" });
        await page.Page.EvaluateAsync("fetch('/api/antiforgery')");
        await page.CallAsync("PUT", "/api/session/language", new JsonObject { ["language"] = language });
        return page;
    }

    /// <summary>A second tab of the same person in the same browser.</summary>
    public async Task<StudioPage> OpenTabAsync()
    {
        var tab = new StudioPage(context, await context.NewPageAsync(), address);
        tab.Listen();
        return tab;
    }

    /// <summary>Calls the product as the person's own pages do; anything but success fails the test.</summary>
    public async Task<JsonNode> CallAsync(string method, string path, JsonNode? body = null)
    {
        var answer = await page.EvaluateAsync<string>("""
            async ({ method, path, body }) => {
              const token = decodeURIComponent((document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN=')) ?? '').slice(11));
              const answer = await fetch(path, { method, body: body ?? undefined, headers: { 'content-type': 'application/json', 'X-XSRF-TOKEN': token, 'X-Import': 'version' } });
              return JSON.stringify({ ok: answer.ok, status: answer.status, text: await answer.text() });
            }
            """, new { method, path, body = body?.ToJsonString() });
        var result = JsonNode.Parse(answer)!;
        Assert.True((bool)result["ok"]!, $"{method} {path}: {result["status"]} {result["text"]}");
        return string.IsNullOrWhiteSpace((string?)result["text"]) ? new JsonObject() : JsonNode.Parse((string)result["text"]!)!;
    }

    public Task<JsonNode> DraftAsync(string definition) => CallAsync("GET", $"/elsa/api/workflow-definitions/by-definition-id/{definition}?versionOptions=Latest");

    /// <summary>Opens the editor and waits until every node is drawn and the canvas has centred itself.</summary>
    public Task OpenEditorAsync(string definition, int nodes) => OpenCanvasAsync("/studio/definitions/" + definition, nodes);

    public Task OpenViewerAsync(string instance, int nodes) => OpenCanvasAsync("/studio/instances/" + instance, nodes);

    public async Task OpenListAsync(string path)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("tbody tr td:nth-child(3)", new() { Timeout = Patience });
    }

    /// <summary>Does something that makes Studio save by itself, and returns the status of that save.</summary>
    /// <param name="carrying">A word that the save must hold: Studio saves while one still types.</param>
    public async Task<int> SaveAsync(Func<Task> act, string carrying = "")
    {
        var answer = await page.RunAndWaitForResponseAsync(act, response =>
            response.Request.Method == "POST" && response.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal)
            && response.Request.PostData?.Contains(carrying, StringComparison.Ordinal) == true);
        return answer.Status;
    }

    /// <summary>A part of a story; when it breaks, the picture says more than the exception.</summary>
    public async Task TellAsync(string part, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch
        {
            await ShootAsync("designer-broken-" + part.Replace(' ', '-'));
            throw;
        }
    }

    /// <summary>Studio speaks English; on a Chinese page no words of it may be left. Identifiers are no words: they have dots, dashes, digits or humps.</summary>
    public async Task<string[]> ForeignWordsAsync(string language) => language == "zh" ? await page.EvaluateAsync<string[]>(EnglishWords) : [];

    public async Task ShootAsync(string name) => await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, name + ".png") });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task OpenCanvasAsync(string path, int nodes)
    {
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('.elsa-activity').length >= {nodes}", null, new() { Timeout = Patience });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private const string EnglishWords = """
        () => {
          const walker = document.createTreeWalker(document.getElementById('stage'), NodeFilter.SHOW_TEXT);
          const found = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.data.trim();
            if (/^[A-Z][a-z]{2,}( [A-Za-z]+)*[.:?]?$/.test(text) && node.parentElement.checkVisibility() && !node.parentElement.closest('.monaco-editor, textarea, style, script')) {
              found.push(text);
            }
          }
          return found;
        }
        """;

    private void Listen()
    {
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
            {
                faults.Add(line.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (!(request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) || request.Url.StartsWith("data:", StringComparison.Ordinal) || request.Url.StartsWith("blob:", StringComparison.Ordinal)))
            {
                faults.Add("asked of elsewhere: " + request.Url);
            }
        };
    }
}
