using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Whitelist;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Whitelist;

/// <summary>How long an entry holds, when its people hear of its end, and when a unit has too many of them.</summary>
public sealed class WhiteTermTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData(WhiteEntry.CannotFix, 0, WhiteStates.Effective, null)]
    [InlineData(WhiteEntry.CannotFix, 1, WhiteStates.Effective, "white-renewed")]
    [InlineData(WhiteEntry.Normal, 3, WhiteStates.Effective, null)]
    [InlineData(WhiteEntry.Normal, 0, WhiteStates.Expired, "white-state")]
    public void Renewal_ByTypeAndCount_IsRefusedAsTheRulesSay(string type, int renewals, string state, string? refusal) =>
        Assert.Equal(refusal, WhiteRules.RefuseRenewal(new() { Type = type, Renewals = renewals, State = state }));

    [Theory]
    [InlineData(100, 149.99, false)]
    [InlineData(100, 150, true)]
    [InlineData(-100, -150, true)]
    [InlineData(0, 0, false)]
    [InlineData(0, 0.01, true)]
    public void Metric_HalfAsBadAgain_IsAnotherProblem(double approved, double now, bool worse) => Assert.Equal(worse, WhiteRules.HasWorsened((decimal)approved, (decimal)now));

    [Fact]
    public async Task Entry_FifteenWorkingDaysBeforeItsEnd_RemindsTheApplicantOnce()
    {
        using var handler = await site.AsAsync("handler1");
        var (watch, calendar) = (site.Services.GetRequiredService<WhiteWatch>(), site.Services.GetRequiredService<WorkingCalendar>());
        var applicant = (await handler.ReadAsync("/api/session"))["account"]!["id"]!.ToString();
        var (last, next) = (WorkingDay(calendar, watch.Today, 15), WorkingDay(calendar, watch.Today, 16));
        await AddEntryAsync("BM-15", applicant, last);
        await AddEntryAsync("BM-16", applicant, next);

        await watch.SweepAsync(calendar, default);
        await watch.SweepAsync(calendar, default);

        var told = (await handler.ReadAsync("/api/notifications"))["items"]!.AsArray().Where(each => (string)each!["kind"]! == "white.expires").ToList();
        Assert.Contains("BM-15", (string)Assert.Single(told)!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Share_AboveFifteenPercentOfAUnit_IsAnAlarm()
    {
        await site.AddOrgsAsync();
        await AddAnomaliesAsync("37030603", white: 3, of: 20);
        await AddAnomaliesAsync("37030604", white: 4, of: 20);
        using var reviewer = await site.AsAsync("reviewer");

        var shares = (await reviewer.ReadAsync("/api/whitelist/share")).AsArray();

        Assert.Equal((0.15m, false), Of(shares, "37030603"));
        Assert.Equal((0.2m, true), Of(shares, "37030604"));
    }

    private static (decimal Part, bool Alarm) Of(JsonArray shares, string org) =>
        shares.Where(share => (string)share!["orgNo"]! == org).Select(share => ((decimal)share!["part"]!, (bool)share["alarm"]!)).Single();

    private static DateOnly WorkingDay(WorkingCalendar calendar, DateOnly from, int count) =>
        Enumerable.Range(1, 60).Select(from.AddDays).Where(calendar.IsWorkingDay).ElementAt(count - 1);

    private Task AddEntryAsync(string number, string applicant, DateOnly until) => site.CommitAsync(async session => await session.InsertAsync(new WhiteEntry
    {
        Id = site.NextId(), Number = number, ThemeCode = "DJ-08", ObjKey = number, OrgNo = "37030601", OrgPath = "/37/3703/370306/37030601/",
        State = WhiteStates.Effective, ValidFrom = until.AddMonths(-3), ValidTo = until, AppliedAt = session.Now, AppliedBy = applicant,
    }));

    private Task AddAnomaliesAsync(string org, int white, int of) => site.CommitAsync(async session =>
    {
        for (var at = 0; at < of; at++)
        {
            await session.InsertAsync(new Anomaly
            {
                Id = site.NextId(), ThemeCode = "DJ-08", ThemeVersion = 1, Ym = "202605", ObjKey = $"{org}-{at}", OrgNo = org, OrgPath = $"/37/3703/370306/{org}/", Metric = 10m,
                Level = "2", Specialty = "电价电费", FirstSeenAt = session.Now, LastSeenAt = session.Now, WhiteId = at < white ? 1 : null,
            });
        }
    });
}
