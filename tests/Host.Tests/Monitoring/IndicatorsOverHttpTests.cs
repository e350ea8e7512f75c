using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.DataGenerator;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Monitoring;

/// <summary>A loaded month becomes a board; from a value one comes down to the units and to the rows behind it, and an alarm is answered once.</summary>
public sealed class IndicatorsOverHttpTests(IndicatorsOverHttpTests.Computed computed) : IClassFixture<IndicatorsOverHttpTests.Computed>
{
    private const string County = "370306";
    private readonly Site site = computed.Site;

    [Fact]
    public async Task Board_OfTheOwnUnit_ShowsEverySpecialtyWithThirteenMonths()
    {
        using var analyst = await site.AsAsync("analyst");
        var board = await analyst.ReadAsync("/api/indicators");
        Assert.Equal(("3703", "202605"), ((string)board["orgNo"]!, (string)board["ym"]!));
        Assert.Equal(10, board["lines"]!.AsArray().Select(line => (string)line!["specialty"]!).Distinct().Count());
        var price = Line(board, "DJ-Z03");
        Assert.Equal(13, price["spark"]!.AsArray().Count);
        Assert.Equal((decimal)price["spark"]![12]!, (decimal)price["value"]!);
        Assert.Equal((decimal)price["spark"]![11]!, (decimal)price["lastMonth"]!);
        Assert.True((decimal)price["num"]! > 0 && (decimal)price["den"]! > 0);
    }

    [Fact]
    public async Task Value_OfTheCounty_IsTheSumsOfItsStationsAndOfTheRowsBehind()
    {
        using var analyst = await site.AsAsync("analyst");
        var view = await analyst.ReadAsync($"/api/indicators/YJ-Z04?org={County}&ym=202605");
        var stations = view["below"]!.AsArray();
        Assert.Equal(4, stations.Count);
        Assert.Equal((decimal)view["own"]!["num"]!, stations.Sum(station => (decimal)station!["num"]!));
        var rows = await analyst.ReadAsync($"/api/indicators/YJ-Z04/rows?org={County}&ym=202605");
        Assert.Equal(((decimal)view["own"]!["num"]!, false), (rows["items"]!.AsArray().Sum(row => (decimal)row!["num"]!), (bool)rows["newerData"]!));
    }

    [Fact]
    public async Task County_LookingAtItsCity_FindsNothing()
    {
        using var county = await site.AsAsync("county");
        Assert.Equal(County, (string)(await county.ReadAsync("/api/indicators"))["orgNo"]!);
        foreach (var path in new[] { "/api/indicators?org=3703", "/api/indicators/DJ-Z01?org=3703", "/api/indicators/DJ-Z01/rows?org=3703", "/api/indicators/export?org=3703", "/api/indicator-alarms?org=3703" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await county.GetAsync(path)).StatusCode);
        }

        Assert.All((await county.ReadAsync("/api/indicator-alarms"))["items"]!.AsArray(), alarm => Assert.StartsWith(County, (string)alarm!["orgNo"]!, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await county.PostAsync("/api/indicators/run", new { })).StatusCode);
        using var handler = await site.AsAsync("handler1");
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync("/api/indicators")).StatusCode);
    }

    [Fact]
    public async Task Alarm_Answered_KeepsTheReasonIsAClueAndIsNotAnsweredTwice()
    {
        using var analyst = await site.AsAsync("analyst");
        var page = await analyst.ReadAsync($"/api/indicator-alarms?state=open&org={County}");
        var id = (long)page["items"]![0]!["id"]!;
        Assert.Equal("alarm-reason", await Visitor.CodeOf(await analyst.PostAsync($"/api/indicator-alarms/{id}/answer", new { reason = " " })));
        using var county = await site.AsAsync("county");
        Assert.Equal(HttpStatusCode.Forbidden, (await county.PostAsync($"/api/indicator-alarms/{id}/answer", new { reason = "已安排核查" })).StatusCode);
        var answered = (await (await analyst.PostAsync($"/api/indicator-alarms/{id}/answer", new { reason = "已安排核查", clue = true })).Content.ReadFromJsonAsync<JsonNode>())!;
        var clue = (await analyst.ReadAsync("/api/clues"))["items"]!.AsArray().Single(row => (long)row!["id"]! == (long)answered["clueId"]!)!;
        Assert.Equal(("monitoring", "pending"), ((string)clue["source"]!, (string)clue["state"]!));
        Assert.Contains("已安排核查", (string)clue["content"]!, StringComparison.Ordinal);
        Assert.Equal("alarm-answered", await Visitor.CodeOf(await analyst.PostAsync($"/api/indicator-alarms/{id}/answer", new { reason = "再说一次" })));
        Assert.Equal(["indicator.alarm", "indicator.answered"], (await site.HistoryAsync($"indicator-alarm/{id}")).Select(row => row.Kind));
        await analyst.AnalyseAsync("/api/indicators/run", new { months = 1 });
        var again = (await analyst.ReadAsync($"/api/indicator-alarms?org={County}"))["items"]!.AsArray().Single(row => (long)row!["id"]! == id)!;
        Assert.Equal(("acknowledged", "已安排核查"), ((string)again["state"]!, (string)again["reason"]!));
    }

    [Fact]
    public async Task Alarms_ComputedTwice_TellTheAnalystOncePerIndicatorAndUppermostUnit()
    {
        using var analyst = await site.AsAsync("analyst");
        var told = await ToldAsync(analyst);
        Assert.NotEmpty(told);
        await analyst.AnalyseAsync("/api/indicators/run", new { months = 1 });
        Assert.Equal(told, await ToldAsync(analyst));
    }

    [Fact]
    public async Task Export_InEnglish_IsCsvWithTheValuesOfTheBoard()
    {
        using var analyst = await site.AsAsync("analyst");
        var bytes = await (await analyst.SendAsync(HttpMethod.Get, $"/api/indicators/export?org={County}&ym=202605", null, language: "en")).Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Unit no.,Unit,Specialty", lines[0], StringComparison.Ordinal);
        var value = (decimal)Line(await analyst.ReadAsync($"/api/indicators?org={County}&ym=202605"), "DJ-Z03")["value"]!;
        Assert.Contains(lines, line => line.Contains(",DJ-Z03,Average price,yuan/MWh," + value.ToString(System.Globalization.CultureInfo.InvariantCulture) + ",", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_AsAWorkbook_KeepsValuesAsNumbersAndCodesAsTexts()
    {
        using var analyst = await site.AsAsync("analyst");
        using var zip = new ZipArchive(new MemoryStream(await (await analyst.GetAsync($"/api/indicators/export?org={County}&ym=202605&format=xlsx")).Content.ReadAsByteArrayAsync()));
        var value = (decimal)Line(await analyst.ReadAsync($"/api/indicators?org={County}&ym=202605"), "DJ-Z03")["value"]!;
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        await using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = (await XDocument.LoadAsync(sheet, LoadOptions.None, default)).Descendants(main + "row").Select(row => row.Elements(main + "c").ToList()).ToList();
        Assert.Equal("单位编号", rows[0][0].Value);
        var cells = rows.Single(row => row[3].Value == "DJ-Z03");
        Assert.Equal((County, "inlineStr"), (cells[0].Value, (string)cells[0].Attribute("t")!));
        Assert.Equal((value, null), ((decimal)cells[6].Element(main + "v")!, (string?)cells[6].Attribute("t")));
    }

    private static JsonNode Line(JsonNode board, string code) => board["lines"]!.AsArray().Single(line => (string)line!["code"]! == code)!;

    private static async Task<List<string>> ToldAsync(Visitor analyst) =>
        [.. (await analyst.ReadAsync("/api/notifications"))["items"]!.AsArray().Where(line => (string)line!["kind"]! == "indicator.alarm").Select(line => (string)line!["text"]!)];

    /// <summary>A county loaded and its newest month computed.</summary>
    public sealed class Computed : IAsyncLifetime
    {
        public Site Site { get; } = new();

        public async Task InitializeAsync()
        {
            using var analyst = await Site.AsAsync("analyst");
            var import = Site.Services.GetRequiredService<MarketingImport>();
            var folder = Path.Combine(Site.Data, "county");
            CountyGenerator.Write(new GeneratorOptions { Accounts = 1000, Months = 7, Ym = "202605" }, folder);
            await import.LoadAsync(await import.OpenAsync("1", default), folder, default);
            await analyst.AnalyseAsync("/api/indicators/run", new { months = 7 });
        }

        public async Task DisposeAsync() => await Site.DisposeAsync();
    }
}
