using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CaseMgmt.Host.Tests.Evidence;

/// <summary>What becomes evidence, what is refused before it is stored, and who may fetch it.</summary>
public sealed class EvidenceTests(Site site) : IClassFixture<Site>
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(5000)];

    [Fact]
    public async Task Upload_Photo_CanBeFetchedAsAttachmentAndStandsInHistory()
    {
        using var handler = await site.AsAsync("handler1");
        var caseId = await site.AddCaseAsync();

        var made = await handler.UploadAsync($"/api/cases/{caseId}/evidence", "现场照片.jpg", Photo, ("latitude", "36.65"), ("longitude", "117.12"), ("takenAt", "2026-06-10T09:30:00+08:00"));
        var id = (long)(await made.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
        var fetched = await handler.GetAsync($"/api/evidence/{id}");

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(Photo, await fetched.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", fetched.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("现场照片.jpg", fetched.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", fetched.Headers.GetValues("X-Content-Type-Options").Single());
        var history = await site.HistoryAsync($"case/{caseId}");
        Assert.Equal("evidence.added", history.Single().Kind);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Photo)), history.Single().Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calculation_TakenOver_LiesWithTheCaseAsTheSheetItCameFrom()
    {
        using var handler = await site.AsAsync("handler1");
        var caseId = await site.AddCaseAsync();
        var values = new { kilowatts = "10", lighting = "no", days = "180", hours = "0", price = "0.5", found = "2026-05-20" };

        var kept = await handler.PostAsync($"/api/cases/{caseId}/calculations", new { calculator = "theft", values });
        var answer = (await kept.Content.ReadFromJsonAsync<JsonNode>())!;
        var sheet = await (await handler.GetAsync($"/api/evidence/{answer["evidence"]!["id"]}")).Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        Assert.Equal((decimal)(await (await handler.PostAsync("/api/calculators/theft", values)).Content.ReadFromJsonAsync<JsonNode>())!["yuan"]!, (decimal)answer["yuan"]!);
        Assert.Contains("窃电容量：10 kW", sheet, StringComparison.Ordinal);
        Assert.Contains("窃电量：21600 kWh", sheet, StringComparison.Ordinal);
        Assert.Contains($"金额合计：{(decimal)answer["yuan"]!:0.00} 元", sheet, StringComparison.Ordinal);
        Assert.StartsWith("追补计算书-窃电追补-", (string)answer["evidence"]!["fileName"]!, StringComparison.Ordinal);
        Assert.Equal("calculation-wrong", await Visitor.CodeOf(await handler.PostAsync($"/api/cases/{caseId}/calculations", new { calculator = "theft", values = new { kilowatts = "-1" } })));
        Assert.Equal("case-closed", await Visitor.CodeOf(await handler.PostAsync($"/api/cases/{await site.AddCaseAsync(closedAt: DateTime.UnixEpoch)}/calculations", new { calculator = "theft", values })));
        Assert.Equal(HttpStatusCode.NotFound, (await handler.PostAsync($"/api/cases/{await site.AddCaseAsync("37030602")}/calculations", new { calculator = "theft", values })).StatusCode);
    }

    [Fact]
    public async Task Upload_Empty_Is422() => Assert.Equal((HttpStatusCode.UnprocessableEntity, "file-empty"), await RefusedAsync("empty.jpg", []));

    [Fact]
    public async Task Upload_OneByteOverTheLimit_Is413AndLeavesNothing()
    {
        var big = new byte[(20 * 1024 * 1024) + 1];
        Photo.CopyTo(big, 0);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "file-too-large"), await RefusedAsync("big.jpg", big));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(site.Data, "evidence", "incoming")));
    }

    [Theory]
    [InlineData("page.html", "<script>alert(1)</script>")]
    [InlineData("photo.jpg", "not a photo at all")]
    [InlineData("program.txt", "MZ\0\u0001\u0002")]
    [InlineData("noextension", "text")]
    public async Task Upload_TypeNotAccepted_Is415(string fileName, string content) =>
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "file-type"), await RefusedAsync(fileName, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public async Task Upload_ZipThatOnlyClaimsToBeAWorkbook_Is415() =>
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "file-type"), await RefusedAsync("book.xlsx", Zip("something.bin")));

    [Theory]
    [InlineData("book.xlsx", "xl/workbook.xml")]
    [InlineData("letter.docx", "word/document.xml")]
    public async Task Upload_OfficeFile_IsAccepted(string fileName, string part)
    {
        using var handler = await site.AsAsync("handler1");
        var caseId = await site.AddCaseAsync();

        var made = await handler.UploadAsync($"/api/cases/{caseId}/evidence", fileName, Zip("[Content_Types].xml", part));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
    }

    [Fact]
    public async Task Upload_ToAClosedCase_Is409()
    {
        using var handler = await site.AsAsync("handler1");
        var caseId = await site.AddCaseAsync(closedAt: new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));

        var answer = await handler.UploadAsync($"/api/cases/{caseId}/evidence", "late.jpg", Photo);

        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (answer.StatusCode, await Visitor.CodeOf(answer)));
    }

    [Fact]
    public async Task Case_OfAnotherStation_IsNotThere()
    {
        using var handler = await site.AsAsync("handler1");
        using var neighbour = await site.AsAsync("handler2");
        var caseId = await site.AddCaseAsync();
        var made = await handler.UploadAsync($"/api/cases/{caseId}/evidence", "a.jpg", Photo);

        var upload = await neighbour.UploadAsync($"/api/cases/{caseId}/evidence", "b.jpg", Photo);
        var fetch = await neighbour.GetAsync(made.Headers.Location!.ToString());

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (upload.StatusCode, fetch.StatusCode));
    }

    private async Task<(HttpStatusCode, string)> RefusedAsync(string fileName, byte[] content)
    {
        using var handler = await site.AsAsync("handler1");
        var caseId = await site.AddCaseAsync();
        var answer = await handler.UploadAsync($"/api/cases/{caseId}/evidence", fileName, content);
        Assert.Empty(await site.HistoryAsync($"case/{caseId}"));
        return (answer.StatusCode, await Visitor.CodeOf(answer));
    }

    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                zip.CreateEntry(entry);
            }
        }

        return bytes.ToArray();
    }
}
