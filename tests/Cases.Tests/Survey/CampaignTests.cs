using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Tests.Lifecycle;
using CaseMgmt.Cases.Tests.Monitoring;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Survey;

/// <summary>A survey over a county: defects of the assigned units only, corrected by a later load alone, counted day by day.</summary>
public sealed class CampaignTests : IAsyncLifetime
{
    private const string County = "/37/3703/370306/";
    private static readonly DateOnly FirstDay = new(2026, 6, 10);
    private readonly FakeClock clock = new(new DateTime(2026, 6, 10, 4, 0, 0));
    private MonitoringHouse house = null!;
    private ImportBatch load = null!;

    private SurveyRunner Runner => house.Services.GetRequiredService<SurveyRunner>();

    private CommitDoor Door => house.Services.GetRequiredService<CommitDoor>();

    public async Task InitializeAsync()
    {
        house = await MonitoringHouse.OpenAsync(clock);
        var good = await house.LoadAsync(house.County());
        load = await NextLoadAsync(good, "update cons set elec_addr = 'x', cons_name = 'x'; update cons set elec_addr = null where cons_no in (select cons_no from cons where org_no = '37030601' and status = '0' and cons_type <> '00' order by cons_no limit 3); update cons set elec_addr = ' ' where cons_no in (select cons_no from cons where org_no = '37030602' and status = '0' and cons_type <> '00' order by cons_no limit 2)");
    }

    public Task DisposeAsync() => house.DisposeAsync().AsTask();

    [Fact]
    public async Task Run_OverTwoUnits_FindsTheirDefectsAndNoOthers()
    {
        await CampaignAsync(1, "37030601", "37030602");
        await CampaignAsync(2, "37030602");
        await RunAsync(1);
        await RunAsync(2);
        Assert.Equal([("37030601", 3), ("37030602", 2)], (await RowsAsync(1)).GroupBy(row => row.OrgNo).Select(group => (group.Key, group.Count())).Order());
        Assert.Equal(["37030602", "37030602"], (await RowsAsync(2)).Select(row => row.OrgNo));
        var run = await house.ReadAsync(db => db.Set<SurveyRun>().AsNoTracking().SingleAsync(row => row.CampaignId == 1));
        Assert.Equal((SurveyRun.Done, load.Id, (string?)null), (run.State, run.BatchId, run.Problem));
    }

    [Fact]
    public async Task Defect_MendedInALaterLoad_IsCorrectedAndOneJudgedToBeNoneStaysSo()
    {
        await CampaignAsync(1, "37030601");
        await RunAsync(1);
        var rows = await RowsAsync(1);
        await Door.RunAsync("7", async session => await session.ExecuteAsync($"update survey_finding set state = {SurveyStates.NoDefect}, settled_at = {session.Now} where id = {rows[0].Id}"));
        await RunAsync(1);
        Assert.Equal([SurveyStates.NoDefect, SurveyStates.Found, SurveyStates.Found], (await RowsAsync(1)).Select(row => row.State));
        var mended = await NextLoadAsync(load, $"update cons set elec_addr = '城关镇' where cons_no in ('{rows[0].ObjKey}', '{rows[1].ObjKey}')");
        await RunAsync(1);
        Assert.Equal([SurveyStates.NoDefect, SurveyStates.Corrected, SurveyStates.Found], (await RowsAsync(1)).Select(row => row.State));
        await NextLoadAsync(mended, $"update cons set elec_addr = null where cons_no = '{rows[1].ObjKey}'");
        await RunAsync(1);
        var again = (await RowsAsync(1))[1];
        Assert.Equal((SurveyStates.Found, (DateTime?)null, rows[1].Id), (again.State, again.SettledAt, again.Id));
    }

    [Fact]
    public async Task Defects_WhoseUnitIsMissingInALaterLoad_AreNotCorrected()
    {
        await CampaignAsync(1, "37030601");
        await RunAsync(1);
        await NextLoadAsync(load, "delete from bill where org_no = '37030601'; update cons set elec_addr = 'x'");
        await RunAsync(1);
        Assert.All(await RowsAsync(1), row => Assert.Equal(SurveyStates.Found, row.State));
    }

    [Fact]
    public async Task Reports_OfADailyCampaign_AreWrittenOncePerDayAndCountWhatHappenedThen()
    {
        await CampaignAsync(1, "37030601");
        await RunAsync(1);
        var reports = house.Services.GetRequiredService<SurveyReports>();
        Assert.Equal(0, await reports.SweepAsync(default));
        clock.Now = clock.Now.AddDays(1);
        var rows = await RowsAsync(1);
        await Door.RunAsync("7", async session => await session.ExecuteAsync($"update survey_finding set state = {SurveyStates.Confirmed}, checked_at = {session.Now} where id = {rows[0].Id}"));
        await NextLoadAsync(load, $"update cons set elec_addr = '城关镇' where cons_no = '{rows[0].ObjKey}'");
        await RunAsync(1);
        clock.Now = clock.Now.AddDays(2);
        Assert.Equal((3, 0), (await reports.SweepAsync(default), await reports.SweepAsync(default)));
        var written = await house.ReadAsync(db => db.Set<SurveyReport>().AsNoTracking().OrderBy(row => row.PeriodEnd).ToListAsync());
        Assert.Equal([(3, 0, 0, 3, 3), (0, 1, 1, 3, 2), (0, 0, 0, 3, 2)], written.Select(Figures));

        static (int, int, int, int, int) Figures(SurveyReport report)
        {
            var line = System.Text.Json.JsonSerializer.Deserialize<List<ProgressLine>>(report.LinesJson, System.Text.Json.JsonSerializerOptions.Web)!.Single();
            return (line.Found, line.Checked, line.Corrected, line.Total, line.Open);
        }
    }

    [Fact]
    public async Task Run_WhileAnotherOneLives_IsRefusedUntilItsLeaseIsOver()
    {
        await CampaignAsync(1, "37030601");
        var lost = await Runner.OpenAsync(1, "1", default);
        Assert.Equal("survey-running", (await Assert.ThrowsAsync<ProblemException>(() => Runner.OpenAsync(1, "1", default))).Problem.Code);
        clock.Now = clock.Now.AddMinutes(31);
        await RunAsync(1);
        Assert.Equal(SurveyRun.Failed, await house.ReadAsync(db => db.Set<SurveyRun>().Where(row => row.Id == lost.Id).Select(row => row.State).SingleAsync()));
    }

    [Theory]
    [InlineData(SurveyCampaign.Daily, "2026-06-10", "2026-06-12", "06-10..06-10 06-11..06-11 06-12..06-12")]
    [InlineData(SurveyCampaign.Biweekly, "2026-06-10", "2026-07-01", "06-10..06-23 06-24..07-01")]
    [InlineData(SurveyCampaign.Monthly, "2026-06-10", "2026-08-05", "06-10..06-30 07-01..07-31 08-01..08-05")]
    [InlineData(SurveyCampaign.Monthly, "2028-02-29", "2028-02-29", "02-29..02-29")]
    public void Periods_OfARhythm_FollowEachOtherToTheLastDay(string rhythm, string start, string end, string expected) =>
        Assert.Equal(expected, string.Join(' ', Progress.Periods(rhythm, DateOnly.Parse(start, null), DateOnly.Parse(end, null)).Select(period => $"{period.Start:MM-dd}..{period.End:MM-dd}")));

    [Fact]
    public void States_OfADefect_AreAsTheTableSays()
    {
        const string Table = """
            found      Confirm=confirmed Deny=no-defect Absent=corrected
            confirmed  Confirm=confirmed Deny=no-defect Absent=corrected
            no-defect  Confirm=confirmed
            corrected  FoundAgain=found
            """;
        foreach (var words in Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var allowed = words[1..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
            Assert.All(Enum.GetValues<SurveyEvent>(), what => Assert.Equal(allowed.GetValueOrDefault(what.ToString()), SurveyStates.Next(words[0], what)));
        }
    }

    private Task CampaignAsync(long id, params string[] units) => Door.RunAsync("1", async session =>
    {
        await session.InsertAsync(new SurveyCampaign
        {
            Id = id, Number = $"PC-{id}", Title = "档案普查", ChecklistCode = "archive", RulesJson = """["DQ-C01"]""", OrgNo = "370306", OrgPath = County, Ym = "202605", State = SurveyCampaign.Open,
            StartDay = FirstDay, EndDay = FirstDay.AddDays(10),
        });
        await session.InsertAsync(new SurveyTeam { Id = id * 10, CampaignId = id, Name = "一组" });
        foreach (var unit in units)
        {
            await session.InsertAsync(new SurveyUnit { CampaignId = id, OrgNo = unit, OrgPath = County + unit + "/", TeamId = id * 10 });
        }
    });

    private async Task RunAsync(long campaign) => await Runner.RunAsync(await Runner.OpenAsync(campaign, "1", default), default);

    private Task<List<SurveyFinding>> RowsAsync(long campaign) =>
        house.ReadAsync(db => db.Set<SurveyFinding>().AsNoTracking().Where(row => row.CampaignId == campaign).OrderBy(row => row.ObjKey).ToListAsync());

    /// <summary>A later load with the same data but for one change.</summary>
    private async Task<ImportBatch> NextLoadAsync(ImportBatch before, string change)
    {
        var next = new ImportBatch
        {
            Id = house.Services.GetRequiredService<Ids>().Next(), State = ImportBatch.Done, Ym = before.Ym, Stamp = before.Stamp!.Value.AddDays(1), Hash = Guid.NewGuid().ToString("n"), FreshnessJson = before.FreshnessJson,
        };
        File.Copy(house.Files.DatabaseOf(before.Id), house.Files.DatabaseOf(next.Id));
        await using var connection = new SqliteConnection($"Data Source={house.Files.DatabaseOf(next.Id)};Pooling=False");
        await connection.OpenAsync();
        await using var command = new SqliteCommand(change, connection);
        await command.ExecuteNonQueryAsync();
        await Door.RunAsync("1", session => session.InsertAsync(next));
        return next;
    }
}
