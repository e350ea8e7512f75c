using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Designer;

/// <summary>Where things are on Studio's canvas, panels and menus, which have no names of their own: icons and places tell them apart.</summary>
internal static class StudioCanvas
{
    private const string FitIcon = "M6,16h12";
    private const string CloudIcon = "M19.35 10.04";

    extension(StudioPage studio)
    {
        /// <summary>The publish button, which asks a second person.</summary>
        public ILocator PublishButton => studio.IconButton(CloudIcon);

        public ILocator Node(string id) => studio.Page.Locator($".x6-node[data-cell-id='{id}']");

        /// <summary>What the viewer shows on a node: done, waiting, failed.</summary>
        public ILocator Badges(string node) => studio.Node(node).Locator(".mud-badge");

        public ILocator Port(string node, string port) => studio.Page.Locator($".x6-node[data-cell-id='{node}'] [port='{port}']");

        /// <summary>The field of the property panel with exactly this caption: others have it within theirs.</summary>
        public ILocator Field(string caption) => studio.Page.Locator(".mud-input-control", new()
        {
            Has = studio.Page.Locator("label", new() { HasTextRegex = new($@"^\s*{Regex.Escape(caption)}\s*$") }),
        }).Last;

        /// <summary>The box to tick with this caption.</summary>
        public ILocator Box(string caption) => studio.Page.Locator(".mud-input-control-boolean-input", new() { HasText = caption }).Last.Locator("input");

        public ILocator MenuItem(string text) => studio.Page.Locator(".mud-menu-item:visible", new() { HasText = text }).First;

        public Task SelectAsync(string node) => studio.Node(node).Locator(".elsa-activity").ClickAsync();

        /// <summary>A click beside all nodes: a selected node shows handles over its ports.</summary>
        public Task DeselectAsync() => studio.Page.Locator(".x6-graph").First.ClickAsync(new() { Position = new() { X = 40, Y = 450 } });

        /// <summary>Moves what the canvas shows, by dragging where nothing stands.</summary>
        public async Task PanAsync(float right)
        {
            var canvas = (await studio.Page.Locator(".x6-graph").First.BoundingBoxAsync())!;
            await studio.Page.Mouse.MoveAsync(canvas.X + 40, canvas.Y + 450);
            await studio.Page.Mouse.DownAsync();
            await studio.Page.Mouse.MoveAsync(canvas.X + 40 + right, canvas.Y + 450, new() { Steps = 10 });
            await studio.Page.Mouse.UpAsync();
        }

        /// <summary>A node that lies well inside the canvas, where a mouse can take it, as soon as the canvas has come to rest there.</summary>
        public async Task<string> NodeInViewAsync()
        {
            var found = await studio.Page.WaitForFunctionAsync("""
                () => {
                  const canvas = document.querySelector('.x6-graph').getBoundingClientRect();
                  const node = [...document.querySelectorAll('.x6-node')].find(each => {
                    const box = each.getBoundingClientRect();
                    return box.left > canvas.left + 40 && box.right < canvas.right - 40 && box.top > canvas.top + 40 && box.bottom < canvas.bottom - 100;
                  });
                  const place = node && JSON.stringify(node.getBoundingClientRect());
                  const rests = place !== undefined && window.lastPlace === place;
                  window.lastPlace = place;
                  return rests ? node.dataset.cellId : null;
                }
                """, null, new() { Timeout = StudioPage.Patience, PollingInterval = 200 });
            return await found.JsonValueAsync<string>();
        }

        public Task ZoomToFitAsync() => studio.IconButton(FitIcon).ClickAsync();

        public async Task DropAsync(string category, string activity, int x, int y)
        {
            await studio.Page.Locator(".mud-expand-panel", new() { HasText = category }).Locator(".mud-expand-panel-header").First.ClickAsync();
            var item = studio.Page.Locator("[draggable=true]", new() { HasText = activity }).First;
            await item.ScrollIntoViewIfNeededAsync();
            await item.DragToAsync(studio.Page.Locator(".x6-graph").First, new() { TargetPosition = new() { X = x, Y = y } });
        }

        /// <summary>From the middle of one place to the middle of another, with the mouse.</summary>
        public async Task DragAsync(ILocator from, ILocator? to = null, float down = 0)
        {
            var mouse = studio.Page.Mouse;
            var start = await CentreAsync(from);
            var end = to is null ? (start.X + 5, start.Y + down) : await CentreAsync(to);
            await mouse.MoveAsync(start.X, start.Y);
            await mouse.DownAsync();
            await mouse.MoveAsync(end.Item1 - 12, end.Item2, new() { Steps = 10 });
            await mouse.MoveAsync(end.Item1, end.Item2, new() { Steps = 4 });
            await mouse.UpAsync();
        }

        /// <summary>Opens the menu of one version in the version history.</summary>
        public async Task OpenHistoryAsync(int version)
        {
            await studio.Page.Locator(".mud-tab", new() { HasText = "版本历史" }).EvaluateAsync("tab => tab.click()");
            await studio.VersionRow(version).Locator(".mud-menu-icon-button-activator").ClickAsync();
            await Expect(studio.MenuItem("查看")).ToBeVisibleAsync();
        }

        public ILocator VersionRow(int version) => studio.Page.Locator(".mud-table-row")
            .Filter(new() { Has = studio.Page.Locator($"td:text-is('{version}')") })
            .Filter(new() { Has = studio.Page.Locator(".mud-menu-icon-button-activator") });

        public async Task ChooseAsync(string field, string option)
        {
            await studio.Field(field).ClickAsync();
            await studio.Page.GetByRole(AriaRole.Option, new() { Name = option, Exact = true }).ClickAsync();
        }

        /// <summary>Lets an input be an expression, by the menu beside it.</summary>
        public async Task UseExpressionAsync(string field, string syntax)
        {
            await studio.Field(field).Locator("xpath=ancestor::div[contains(@class, 'flex-row')][1]").Locator(".mud-menu-icon-button-activator").First.ClickAsync();
            await studio.MenuItem(syntax).ClickAsync();
            await Expect(studio.Page.Locator(".monaco-editor:visible").Last).ToBeVisibleAsync();
        }

        public async Task TypeScriptAsync(string script)
        {
            await studio.Page.Locator(".monaco-editor:visible .view-lines").Last.ClickAsync();
            await studio.Page.Keyboard.PressAsync("Control+A");
            await studio.Page.Keyboard.InsertTextAsync(script);
        }

        private ILocator IconButton(string icon) => studio.Page.Locator($"button:visible:has(path[d^='{icon}'])").First;
    }

    private static async Task<(float X, float Y)> CentreAsync(ILocator place)
    {
        await Expect(place).ToBeVisibleAsync();
        var box = (await place.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
