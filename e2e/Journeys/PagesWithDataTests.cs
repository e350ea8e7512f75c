using System.Text.Json.Nodes;
using CaseMgmt.E2e.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>
/// The pages of monitoring as they look when a city has worked: a month screened, indicators computed, a survey run, a sample judged, a version tried; in both
/// languages, on a desktop and on a phone.
/// </summary>
public sealed class PagesWithDataTests(Browsers browsers, PagesWithDataTests.WorkedHost worked) : IClassFixture<Browsers>, IClassFixture<PagesWithDataTests.WorkedHost>
{
    [Theory]
    [InlineData("zh", false)]
    [InlineData("zh", true)]
    [InlineData("en", false)]
    [InlineData("en", true)]
    public async Task Page_WithData_ShowsItWithoutFault(string language, bool phone)
    {
        await using var analyst = await Person.SignInAsync(browsers, worked.Host.Address, "analyst", "Demo#2026", phone);
        await analyst.UseLanguageAsync(language);
        foreach (var (name, path) in worked.Pages)
        {
            await analyst.OpenAsync(path);
            await analyst.RestAsync();
            await Expect(analyst.Page.Locator(".ant-result, .ant-empty:visible")).ToHaveCountAsync(0);
            await analyst.Page.EvaluateAsync("document.querySelectorAll('details').forEach(folded => folded.open = true)");
            Assert.False(await analyst.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"), $"{path} is wider than the screen ({language}, phone: {phone})");
            await analyst.ShootAsync($"data-{language}-{(phone ? "phone" : "desktop")}-{name}", fullPage: name is not ("indicators" or "anomaly" or "clue-anomaly"));
        }

        Assert.Empty(analyst.Faults);
    }

    [Fact]
    public async Task Alarm_AnsweredInOneBrowser_LeavesTheOtherWithoutAReload()
    {
        using var analyst = await ApiPerson.SignInAsync(worked.Host.Address, "analyst");
        await using var reviewer = await Person.SignInAsync(browsers, worked.Host.Address, "reviewer", "Demo#2026");
        await reviewer.OpenAsync("/indicators?view=alarms");
        var alarm = (await analyst.ReadAsync("/api/indicator-alarms?state=open"))["items"]![0]!;
        var row = reviewer.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = (string)alarm["nameZh"]! }).Filter(new() { HasText = (string)alarm["orgName"]! });
        await Expect(row.First).ToBeVisibleAsync();
        var shown = await row.CountAsync();
        await analyst.PostAsync($"/api/indicator-alarms/{alarm["id"]}/answer", new { reason = "数据迟报，已催报" });
        await Expect(row).ToHaveCountAsync(shown - 1, new() { Timeout = 30_000 });
        Assert.Empty(reviewer.Faults);
    }

    /// <summary>A first start with the sample county, and a month of work on it.</summary>
    public sealed class WorkedHost : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("casemgmt-worked").FullName;

        public RunningHost Host { get; private set; } = null!;

        public IReadOnlyList<(string Name, string Path)> Pages { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Host = await RunningHost.StartAsync(Path.Combine(folder, "data"));
            using var analyst = await ApiPerson.SignInAsync(Host.Address, "analyst");
            var ym = (string)(await analyst.ReadAsync("/api/workbench"))["data"]!["ym"]!;
            await UntilAsync(analyst, $"/api/scans/{Id(await analyst.PostAsync("/api/scans", new { ym }))}");
            await UntilAsync(analyst, $"/api/analyses/{Id(await analyst.PostAsync("/api/indicators/run", new { months = 3 }))}");
            var anomaly = (await analyst.ReadAsync($"/api/anomalies?theme=DJ-01&ym={ym}"))["items"]![0]!;
            Pages =
            [
                ("indicators", "/indicators"), ("indicator", "/indicators?open=DJ-Z03"), ("triage", $"/anomalies?ym={ym}"), ("anomaly", $"/anomalies?ym={ym}&open={anomaly["id"]}"),
                .. await JudgedAsync(analyst, ym),
                ("survey", $"/survey/{await SurveyAsync(analyst, ym)}"), ("sample", $"/samples/{await SampleAsync(analyst, ym)}"), ("plan", $"/plans/{Id(await analyst.PostAsync("/api/plans", new { year = 2026 }))}"), ("trial", $"/themes/DJ-01/versions/{await TrialAsync(analyst, ym)}"),
            ];
        }

        public async Task DisposeAsync()
        {
            await Host.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        /// <summary>What only shows when work has come back: cases closed with different conclusions, clues decided on, values of units, versions waiting.</summary>
        private async Task<IEnumerable<(string Name, string Path)>> JudgedAsync(ApiPerson analyst, string ym)
        {
            using var crew = await DeskCrew.SignInAsync(Host.Address);
            string[] conclusions = ["confirmed-internal", "normal", "confirmed-internal", "confirmed-internal", "normal"];
            foreach (var (id, at) in (await crew.DispatchAsync(10)).Select((id, at) => (id, at)))
            {
                await crew.WorkAsync(id, at < 8 ? 6 : 3, returns: at % 4 == 3 ? 1 : 0, conclusions[at % conclusions.Length]);
            }

            await ClueAsync(analyst, secret: true);
            await ClueAsync(analyst, secret: false);
            await UnitValueAsync(analyst, ym);
            var judged = (await analyst.ReadAsync("/api/precision/items?verdict=confirmed"))["items"]![0]!;
            var node = (await analyst.ReadAsync("/api/theme-tree")).AsArray().First(each => each!["themes"]!.AsArray().Count > 0)!;
            var clue = (await analyst.ReadAsync("/api/anomalies?theme=CLUE"))["items"]![0]!["id"];
            return
            [
                ("precision", "/precision"), ("theme-quality", $"/themes/{judged["themeCode"]}/quality"), ("evaluation", "/evaluation"), ("clues", "/clues"), ("clue-anomaly", $"/anomalies?theme=CLUE&open={clue}"),
                ("tags", "/tags"), ("theme", "/themes/DJ-07"), ("unit-values", "/themes?view=unit-values"), ("requests", "/themes?view=requests"), ("tree-node", $"/theme-tree?node={node["code"]}"),
            ];
        }

        private static async Task ClueAsync(ApiPerson analyst, bool secret)
        {
            var clue = Id(await analyst.PostAsync("/api/clues", new { source = "report", anonymous = secret, secret, content = "群众反映某企业夜间绕越计量装置用电，持续约三个月。", reporter = "王某", orgNo = "37030601", objKey = "3700001372" }));
            await analyst.PostAsync($"/api/clues/{clue}/decide", new { decision = "accepted", level = "2" });
            await analyst.PostAsync($"/api/clues/{clue}/misses", new { theme = "YJ-03", reason = "负荷不高，低于疑似窃电的比较倍数" });
        }

        /// <summary>A value for one station, tried, handed in and approved by a second person.</summary>
        private async Task UnitValueAsync(ApiPerson analyst, string ym)
        {
            var parameters = (await analyst.ReadAsync("/api/themes/DJ-07/versions/1"))["content"]!["parameters"]!.DeepClone();
            parameters[0]!["overrides"] = new JsonArray(new JsonObject { ["orgNo"] = "37030601", ["value"] = 50 });
            var number = (int)(await analyst.PostAsync("/api/themes/DJ-07/versions", new { reason = "城关试点放宽差额", changes = new { parameters } }))!["number"]!;
            await UntilAsync(analyst, $"/api/analyses/{Id(await analyst.PostAsync($"/api/themes/DJ-07/versions/{number}/test", new { ym }))}");
            await analyst.PostAsync($"/api/themes/DJ-07/versions/{number}/submit", new { });
            using var reviewer = await ApiPerson.SignInAsync(Host.Address, "reviewer");
            await reviewer.PostAsync($"/api/themes/DJ-07/versions/{number}/decide", new { approve = true });
        }

        private static async Task<long> SurveyAsync(ApiPerson analyst, string ym)
        {
            var people = (await analyst.ReadAsync("/api/people")).AsArray().Where(person => (string)person!["orgNo"]! == "37030601").Select(person => (long)person!["id"]!).ToArray();
            var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            var survey = Id(await analyst.PostAsync("/api/survey/campaigns", new
            {
                title = "客户档案普查", checklist = "archive", orgNo = "370306", ym, rhythm = "monthly", startDay = today.AddDays(-3), endDay = today.AddDays(30),
                teams = new[] { new { name = "城关组", members = people, units = new[] { "37030601" } }, new { name = "乡镇组", members = Array.Empty<long>(), units = new[] { "37030602", "37030603", "37030604" } } },
            }));
            await analyst.PostAsync($"/api/survey/campaigns/{survey}/runs", new { });
            await UntilAsync(analyst, $"/api/survey/campaigns/{survey}", answer => (string?)answer["runs"]?.AsArray().FirstOrDefault()?["state"] == "done");
            return survey;
        }

        private static async Task<long> SampleAsync(ApiPerson analyst, string ym)
        {
            var sample = Id(await analyst.PostAsync("/api/samples", new { purpose = "anomaly", ym, themeCode = "DJ-01", stratifyBy = new[] { "unit" }, ratePercent = 100 }));
            await analyst.PostAsync($"/api/samples/{sample}/freeze", new { });
            foreach (var (item, grade) in (await analyst.ReadAsync($"/api/samples/{sample}"))["items"]!.AsArray().Zip(["pass", "minor", "fail", "falsified"]))
            {
                await analyst.PostAsync($"/api/samples/{sample}/grades", new { objKey = (string)item!["objKey"]!, grade, note = "现场照片与答复不符" });
            }

            return sample;
        }

        private static async Task<int> TrialAsync(ApiPerson analyst, string ym)
        {
            var number = (int)(await analyst.PostAsync("/api/themes/DJ-01/versions", new { reason = "复核容量下限" }))!["number"]!;
            await UntilAsync(analyst, $"/api/analyses/{Id(await analyst.PostAsync($"/api/themes/DJ-01/versions/{number}/test", new { ym }))}");
            return number;
        }

        private static long Id(JsonNode? made) => (long)made!["id"]!;

        private static Task UntilAsync(ApiPerson who, string path) => UntilAsync(who, path, answer => (string?)answer["state"] == "done");

        private static async Task UntilAsync(ApiPerson who, string path, Func<JsonNode, bool> done)
        {
            using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
            while (await tick.WaitForNextTickAsync())
            {
                var answer = await who.ReadAsync(path);
                Assert.NotEqual("failed", (string?)answer["state"]);
                if (done(answer))
                {
                    return;
                }
            }
        }
    }
}
