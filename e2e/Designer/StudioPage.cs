using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>One demo person in front of the real Elsa Studio, and the calls that the same person could make.</summary>
public sealed class StudioPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const float Patience = 90_000;

    public IPage Page => page;

    public static async Task<StudioPage> SignInAsync(Browsers browsers, Uri address, string userName, string language = "zh")
    {
        var context = await browsers.NewContextAsync(address);
        var page = new StudioPage(context, await context.NewPageAsync());
        await page.Page.GotoAsync("/health");
        await page.Page.EvaluateAsync("fetch('/api/antiforgery')");
        await page.CallAsync("POST", "/api/session", new JsonObject { ["userName"] = userName, ["password"] = "Demo#2026" });
        await page.Page.EvaluateAsync("fetch('/api/antiforgery')");
        await page.CallAsync("PUT", "/api/session/language", new JsonObject { ["language"] = language });
        return page;
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
    public async Task OpenEditorAsync(string definition, int nodes)
    {
        await page.GotoAsync("/studio/definitions/" + definition);
        await page.WaitForFunctionAsync($"() => document.querySelectorAll('.elsa-activity').length >= {nodes}", null, new() { Timeout = Patience });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task OpenListAsync(string path)
    {
        await page.GotoAsync(path);
        await page.WaitForSelectorAsync("tbody tr td:nth-child(3)", new() { Timeout = Patience });
    }

    public ILocator Node(string id) => page.Locator($".x6-node[data-cell-id='{id}']");

    /// <summary>A node that lies well inside the canvas, where a mouse can take it.</summary>
    public async Task<string> NodeInViewAsync() => await page.EvaluateAsync<string>("""
        () => {
          const canvas = document.querySelector('.x6-graph').getBoundingClientRect();
          return [...document.querySelectorAll('.x6-node')].find(node => {
            const box = node.getBoundingClientRect();
            return box.left > canvas.left + 40 && box.right < canvas.right - 40 && box.top > canvas.top + 40 && box.bottom < canvas.bottom - 100;
          }).dataset.cellId;
        }
        """);

    public ILocator Port(string node, string port) => page.Locator($".x6-node[data-cell-id='{node}'] [port='{port}']");

    public Task SelectAsync(string node) => Node(node).Locator(".elsa-activity").ClickAsync();

    public async Task DropAsync(string category, string activity, int x, int y)
    {
        await page.Locator(".mud-expand-panel", new() { HasText = category }).Locator(".mud-expand-panel-header").First.ClickAsync();
        var item = page.Locator("[draggable=true]", new() { HasText = activity }).First;
        await item.ScrollIntoViewIfNeededAsync();
        await item.DragToAsync(page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } });
    }

    /// <summary>From the middle of one place to the middle of another, with the mouse.</summary>
    public async Task DragAsync(ILocator from, ILocator? to = null, float down = 0)
    {
        var start = await CentreAsync(from);
        var end = to is null ? (start.X + 5, start.Y + down) : await CentreAsync(to);
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.Item1 - 12, end.Item2, new() { Steps = 10 });
        await page.Mouse.MoveAsync(end.Item1, end.Item2, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Does something that makes Studio save by itself, and returns the status of that save.</summary>
    public async Task<int> SaveAsync(Func<Task> act)
    {
        var answer = await page.RunAndWaitForResponseAsync(act, response =>
            response.Request.Method == "POST" && response.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal), new() { Timeout = 20_000 });
        return answer.Status;
    }

    /// <summary>The field of the property panel with this caption.</summary>
    public ILocator Field(string caption) => page.Locator(".mud-input-control", new() { Has = page.Locator("label", new() { HasText = caption }) }).Last;

    public async Task ShootAsync(string name) => await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, name + ".png") });

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private static async Task<(float X, float Y)> CentreAsync(ILocator place)
    {
        await Expect(place).ToBeVisibleAsync();
        var box = (await place.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
