using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Designer.HeatMap;
using CaseMgmt.Designer.Recorded;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>What the histories say about each node, counted by the book and served to those who may see the cases.</summary>
public sealed class HeatMapTests(Site site) : IClassFixture<Site>
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Load(Path.Combine(Checkout.Root, "definitions", "calendar"));

    [Fact]
    public void Time_OverAWeekend_IsWorkingTime()
    {
        // Friday 16:30 to Monday 09:30 in Beijing: one hour on either side of the weekend.
        var book = Book([Step("2026-06-12T08:30:00Z", "handle Started"), Step("2026-06-15T01:30:00Z", "handle Completed 提交")]);
        Assert.Equal(2, book.Hours("handle", 0.5));
    }

    [Fact]
    public void Percentiles_OfTenVisits_AreTheFifthAndTheNinth()
    {
        var book = new HeatBook(Calendar, null);
        for (var minutes = 6; minutes <= 60; minutes += 6)
        {
            book.Add([Step("2026-06-10T01:00:00Z", "handle Started"), Step($"2026-06-10T0{1 + (minutes / 60)}:{minutes % 60:00}:00Z", "handle Completed 提交")]);
        }

        Assert.Equal((0.5, 0.9), (Math.Round(book.Hours("handle", 0.5)!.Value, 6), Math.Round(book.Hours("handle", 0.9)!.Value, 6)));
    }

    [Fact]
    public void Visit_ThatIsNotOver_CountsWithoutATime()
    {
        var book = Book([Step("2026-06-10T01:00:00Z", "handle Started", "handle Suspended")]);
        Assert.Equal((1, null), (book.Visits("handle"), book.Hours("handle", 0.5)));
    }

    [Fact]
    public void Transitions_OfAnotherVersion_AreLeftOutWhenOneIsAskedFor()
    {
        var book = new HeatBook(Calendar, 2);
        book.Add([Step("2026-06-10T01:00:00Z", "handle Started")]);
        Assert.Equal(0, book.Visits("handle"));
    }

    [Fact]
    public async Task Map_OfTheOwnUnits_CountsVisitsWaysReturnsAndWaits()
    {
        await site.AddOrgsAsync();
        await site.ClosedCaseAsync("37030602", returns: 1);
        var waiting = await site.StartCaseAsync("37030602");
        await site.AnswerAsync(waiting, "签收");
        using var reviewer = await site.AsAsync("reviewer");
        var heat = await reviewer.ReadAsync("/api/definitions/online-audit/heat?org=37030602");

        Assert.Equal((2, false, ShippedLifecycle.Version), ((int)heat["cases"]!, (bool)heat["capped"]!, (int)heat["version"]!));
        Assert.Equal((3, 1, 0), (Value(heat, "handle", "visits"), Value(heat, "handle", "waiting"), Value(heat, "handle", "overdue")));
        Assert.Equal((2, 1), (Value(heat, "unit-review", "visits"), Value(heat, "unit-review", "returned")));
        Assert.Equal(1, Ways(heat, "unit-review", "退回"));
        Assert.Equal(1, Ways(heat, "unit-review", "同意"));
        Assert.Equal(1, Value(heat, "close", "visits"));
    }

    [Fact]
    public async Task Map_WithAPeriodBeforeTheCases_IsEmptyButKnowsWhatWaits()
    {
        await site.AddOrgsAsync();
        await site.StartCaseAsync();
        using var reviewer = await site.AsAsync("reviewer");
        var heat = await reviewer.ReadAsync("/api/definitions/online-audit/heat?to=2020-01-31&org=37030601");
        Assert.Equal(0, (int)heat["cases"]!);
        Assert.True(Value(heat, "sign-in", "waiting") > 0);
    }

    [Fact]
    public async Task Unit_OutsideTheOwnSubtree_IsNotFound()
    {
        await site.AddOrgsAsync();
        using var reviewer = await site.AsAsync("reviewer");
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync("/api/definitions/online-audit/heat?org=37")).StatusCode);
    }

    private static HeatBook Book(RecordedStep[] steps)
    {
        var book = new HeatBook(Calendar, null);
        book.Add(steps);
        return book;
    }

    private static RecordedStep Step(string at, params string[] lines) =>
        new(DateTimeOffset.Parse(at).UtcDateTime, 1, "resume", [.. lines.Select(RecordedLine.Parse)]);

    private static int Value(JsonNode heat, string node, string name) => (int)heat["nodes"]!.AsArray().Single(each => (string)each!["id"]! == node)![name]!;

    private static int Ways(JsonNode heat, string node, string port) =>
        (int)heat["arrows"]!.AsArray().Single(each => (string)each!["source"]! == node && (string)each["port"]! == port)!["count"]!;
}
