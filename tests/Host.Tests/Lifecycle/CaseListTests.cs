namespace CaseMgmt.Host.Tests.Lifecycle;

/// <summary>The rows behind a figure of a month: what was closed in it, as the offices count days.</summary>
public sealed class CaseListTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Cases_ClosedInAMonth_AreThoseOfTheOfficesMonth()
    {
        using var county = await site.AsAsync("county");
        var lastOfApril = await site.AddCaseAsync(closedAt: new DateTime(2026, 4, 30, 15, 59, 0, DateTimeKind.Utc));
        var firstOfMay = await site.AddCaseAsync(closedAt: new DateTime(2026, 4, 30, 16, 0, 0, DateTimeKind.Utc));
        var open = await site.AddCaseAsync();

        var shown = (await county.ReadAsync("/api/cases?closed=202605"))["items"]!.AsArray().Select(row => (long)row!["id"]!).ToList();

        Assert.Equal([firstOfMay], shown);
        Assert.DoesNotContain(lastOfApril, shown);
        Assert.DoesNotContain(open, shown);
    }
}
