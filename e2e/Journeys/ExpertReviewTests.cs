using System.Text.Json.Nodes;
using CaseMgmt.E2e.Desks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CaseMgmt.E2e.Journeys;

/// <summary>Two experts judge a case in two browsers: what one thinks the other reads only when both have said it, whoever else looks on.</summary>
public sealed class ExpertReviewTests(Browsers browsers, TourTests.SampleHost sample) : IClassFixture<Browsers>, IClassFixture<TourTests.SampleHost>
{
    private const string First = "采集曲线与换表记录相符，佐证充分。";
    private const string Second = "照片未拍到封印编号，其余佐证可信。";

    [Fact]
    public async Task Opinion_OfOneExpert_IsSealedUntilTheOtherHasGivenHis()
    {
        var (path, number) = await UnderReviewAsync();
        await using var one = await Person.SignInAsync(browsers, sample.Host.Address, "expert", "Demo#2026");
        await using var other = await Person.SignInAsync(browsers, sample.Host.Address, "expert2", "Demo#2026");
        await using var watcher = await Person.SignInAsync(browsers, sample.Host.Address, "reviewer", "Demo#2026");

        await GiveAsync(one, number, First, "充分");
        await ReadsAsync(one, path, First);
        await ReadsNothingAsync(watcher, path);
        await other.OpenFromInboxFreshAsync(number);
        await ReadsNothingAsync(other, path);
        await other.ShootAsync("expert-sealed");

        await GiveAsync(other, number, Second, "基本充分");
        foreach (var reader in (Person[])[one, other, watcher])
        {
            await ReadsAsync(reader, path, First);
            await Expect(reader.Page.GetByText(Second)).ToBeVisibleAsync();
        }

        await one.ShootAsync("expert-open");
        Assert.Empty(one.Faults.Concat(other.Faults).Concat(watcher.Faults));
    }

    private static async Task GiveAsync(Person expert, string number, string opinion, string quality)
    {
        await expert.OpenFromInboxFreshAsync(number);
        await expert.TypeAsync("opinion", opinion);
        await expert.ChooseAsync("quality", quality);
        await expert.AnswerAsync("认可");
    }

    private static async Task OpenAnswersAsync(Person reader, string path)
    {
        await reader.OpenAsync(path);
        await reader.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("^答复") }).ClickAsync();
        await Expect(reader.Page.GetByText("专家评审 ·").First).ToBeVisibleAsync();
    }

    private static async Task ReadsAsync(Person reader, string path, string opinion)
    {
        await OpenAnswersAsync(reader, path);
        await Expect(reader.Page.GetByText(opinion)).ToBeVisibleAsync();
    }

    /// <summary>Neither on the page nor in what the server sends it, the history included.</summary>
    private static async Task ReadsNothingAsync(Person reader, string path)
    {
        await OpenAnswersAsync(reader, path);
        await Expect(reader.Page.GetByText("意见暂不公开")).ToBeVisibleAsync();
        await Expect(reader.Page.GetByText(First)).ToHaveCountAsync(0);
        foreach (var part in (string[])["", "/history"])
        {
            var sent = await reader.Page.Context.APIRequest.GetAsync($"/api{path}{part}");
            Assert.True(sent.Ok, $"{path}{part}: {sent.Status}");
            Assert.DoesNotContain("佐证充分", JsonNode.Parse(await sent.TextAsync())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        }
    }

    /// <summary>A case whose recheck is a review by two named experts, both of whom have to answer.</summary>
    private async Task<(string Path, string Number)> UnderReviewAsync()
    {
        using var admin = await ApiPerson.SignInAsync(sample.Host.Address, "admin");
        await admin.PostAsync("/api/accounts", new { userName = "expert2", displayName = "许工（计量专家）", personNo = "E-2", orgNo = "3703", roles = new[] { "expert" }, password = "Demo#2026" });
        var persons = (await admin.ReadAsync("/api/accounts?q=expert")).AsArray().Select(account => (string)account!["personNo"]!);
        using var crew = await DeskCrew.SignInAsync(sample.Host.Address);
        await crew.SaveAsync(DeskHost.Lifecycle, model => ByExperts(model, [.. persons]), publish: true);
        await crew.ApproveAsync(DeskHost.Lifecycle);
        var id = (await crew.DispatchAsync(1))[0];
        await crew.WorkAsync(id, 3, returns: 0);
        using var reviewer = await ApiPerson.SignInAsync(sample.Host.Address, "reviewer");
        return ($"/cases/{id}", (string)(await reviewer.ReadAsync($"/api/cases/{id}"))["number"]!);
    }

    private static void ByExperts(JsonObject model, JsonArray persons)
    {
        var node = model["root"]!["activities"]!.AsArray().Single(each => (string?)each!["id"] == "recheck")!.AsObject();
        foreach (var input in (string[])["role", "form", "outcomes", "outcomeOptions", "caseState", "titleEn"])
        {
            node.Remove(input);
        }

        (node["type"], node["metadata"]!["displayText"]) = ("Audit.ExpertReview", "专家评审");
        (node["role"], node["rule"], node["persons"]) = (Input("Literal", "expert"), Input("Literal", "all"), Input("Object", persons.ToJsonString()));
        var arrows = model["root"]!["connections"]!.AsArray().Where(arrow => (string?)arrow!["source"]!["activity"] == "recheck");
        foreach (var arrow in arrows)
        {
            arrow!["source"]!["port"] = (string?)arrow["source"]!["port"] == "通过" ? "认可" : "不认可";
        }
    }

    private static JsonObject Input(string type, string value) => new() { ["typeName"] = type == "Object" ? "Object" : "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };
}
