using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Host.Tests.Designer.Desks;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Forms;

/// <summary>A form from draft to published: one person writes, another approves, and what was answered keeps its form.</summary>
public sealed class FormPublishingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Start_WithAnEmptyDatabase_PublishesTheShippedFormsAsTheyAreNumbered()
    {
        using var reviewer = await site.AsAsync("reviewer");
        var forms = (await reviewer.ReadAsync("/api/forms")).AsArray();
        Assert.Contains(forms, form => (string)form!["key"]! == "handling-reply" && (int)form["published"]! >= 1);
        Assert.Equal(0, await site.Services.GetRequiredService<ImportForms>().FromFolderAsync(Path.Combine(Places.Definitions, "forms")));
    }

    [Fact]
    public async Task Form_WrittenByOne_IsPublishedByAnother()
    {
        using var owner = await site.AsAsync("owner");
        using var reviewer = await site.AsAsync("reviewer");
        await SaveAsync(owner, "visit-note", Form("visit-note"));
        Assert.Equal(HttpStatusCode.NoContent, (await owner.PostAsync("/api/forms/visit-note/publish")).StatusCode);
        var draft = (await reviewer.ReadAsync("/api/forms/visit-note"))["draft"]!;
        Assert.Equal(("review", true), ((string)draft["state"]!, (bool)draft["canDecide"]!));

        var own = await owner.PostAsync("/api/forms/visit-note/decide", new { approve = true, contentHash = (string)draft["contentHash"]! });
        Assert.Equal("form-own-request", await Visitor.CodeOf(own));
        var decided = await reviewer.PostAsync("/api/forms/visit-note/decide", new { approve = true, contentHash = (string)draft["contentHash"]! });
        Assert.Equal(HttpStatusCode.NoContent, decided.StatusCode);

        Assert.Equal(1, (int)(await reviewer.ReadAsync("/api/forms/visit-note"))["publishedVersion"]!);
        Assert.Equal(["form.requested", "form.published"], (await site.HistoryAsync("form/visit-note")).Select(row => row.Kind));
    }

    [Fact]
    public async Task Edit_AfterTheRequest_VoidsIt()
    {
        using var owner = await site.AsAsync("owner");
        using var reviewer = await site.AsAsync("reviewer");
        await SaveAsync(owner, "voided", Form("voided"));
        await owner.PostAsync("/api/forms/voided/publish");
        var seen = (await reviewer.ReadAsync("/api/forms/voided"))["draft"]!;
        await SaveAsync(owner, "voided", Form("voided", "改过"), (int)seen["revision"]!);

        var late = await reviewer.PostAsync("/api/forms/voided/decide", new { approve = true, contentHash = (string)seen["contentHash"]! });
        Assert.Equal("form-not-in-review", await Visitor.CodeOf(late));
    }

    [Fact]
    public async Task Save_FromAnOlderRevision_IsRefused()
    {
        using var owner = await site.AsAsync("owner");
        await SaveAsync(owner, "contested", Form("contested"));
        var late = await owner.PutAsync("/api/forms/contested/draft", new { revision = (int?)null, form = Form("contested", "后到") });
        Assert.Equal("form-draft-changed", await Visitor.CodeOf(late));
    }

    [Fact]
    public async Task Draft_WithMistakes_IsKeptButCannotBePublished()
    {
        using var owner = await site.AsAsync("owner");
        var form = Form("unfinished");
        form["fields"]![0]!["type"] = "signature";
        await SaveAsync(owner, "unfinished", form);
        Assert.Equal("form-has-errors", await Visitor.CodeOf(await owner.PostAsync("/api/forms/unfinished/publish")));
        Assert.Equal("type", (string)(await owner.ReadAsync("/api/forms/unfinished"))["draft"]!["findings"]![0]!["code"]!);
    }

    [Fact]
    public async Task Rejection_NeedsAComment_AndSendsTheDraftBack()
    {
        using var owner = await site.AsAsync("owner");
        using var reviewer = await site.AsAsync("reviewer");
        await SaveAsync(owner, "rejected", Form("rejected"));
        await owner.PostAsync("/api/forms/rejected/publish");
        var hash = (string)(await reviewer.ReadAsync("/api/forms/rejected"))["draft"]!["contentHash"]!;
        Assert.Equal("form-rejection-needs-comment", await Visitor.CodeOf(await reviewer.PostAsync("/api/forms/rejected/decide", new { approve = false, contentHash = hash })));
        await reviewer.PostAsync("/api/forms/rejected/decide", new { approve = false, contentHash = hash, comment = "缺少说明" });
        var draft = (await owner.ReadAsync("/api/forms/rejected"))["draft"]!;
        Assert.Equal(("draft", "缺少说明"), ((string)draft["state"]!, (string)draft["comment"]!));
    }

    [Fact]
    public async Task ShippedVersion_BesideTheSitesOwn_BecomesARequest()
    {
        using var owner = await site.AsAsync("owner");
        using var reviewer = await site.AsAsync("reviewer");
        await PublishAsync(owner, reviewer, "both");
        await PublishAsync(owner, reviewer, "both", "本单位第二版");
        var shipped = Form("both", "产品第二版");
        shipped["version"] = 2;
        Assert.True(await site.Services.GetRequiredService<ImportForms>().OneAsync(shipped));

        var form = await reviewer.ReadAsync("/api/forms/both");
        Assert.Equal((2, 3, "review"), ((int)form["publishedVersion"]!, (int)form["draft"]!["version"]!, (string)form["draft"]!["state"]!));
    }

    [Fact]
    public async Task ClosedCase_KeepsTheFormItWasAnsweredWith()
    {
        using var owner = await site.AsAsync("owner");
        using var reviewer = await site.AsAsync("reviewer");
        var closed = await site.ClosedCaseAsync();
        var current = await reviewer.ReadAsync("/api/forms/handling-reply");
        var next = current["published"]!.DeepClone().AsObject();
        next["title"] = new JsonObject { ["zh"] = "新的处理回复单", ["en"] = "New reply" };
        await SaveAsync(owner, "handling-reply", next);
        await DecideAsync(owner, reviewer, "handling-reply");

        var answer = (await reviewer.ReadAsync($"/api/cases/{closed}"))["answers"]!.AsArray().Single(each => (string)each!["formKey"]! == "handling-reply")!;
        Assert.Equal("处理回复单", (string)answer["form"]!["title"]!["zh"]!);
        Assert.Equal((int)current["publishedVersion"]! + 1, (int)(await reviewer.ReadAsync("/api/forms/handling-reply"))["publishedVersion"]!);
    }

    private static async Task PublishAsync(Visitor owner, Visitor reviewer, string key, string label = "说明")
    {
        await SaveAsync(owner, key, Form(key, label));
        await DecideAsync(owner, reviewer, key);
    }

    private static async Task DecideAsync(Visitor owner, Visitor reviewer, string key)
    {
        await owner.PostAsync($"/api/forms/{key}/publish");
        var hash = (string)(await reviewer.ReadAsync($"/api/forms/{key}"))["draft"]!["contentHash"]!;
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"/api/forms/{key}/decide", new { approve = true, contentHash = hash })).StatusCode);
    }

    private static async Task SaveAsync(Visitor owner, string key, JsonObject form, int? revision = null) =>
        Assert.Equal(HttpStatusCode.OK, (await owner.PutAsync($"/api/forms/{key}/draft", new { revision, form })).StatusCode);

    private static JsonObject Form(string key, string label = "说明") => new()
    {
        ["key"] = key, ["title"] = new JsonObject { ["zh"] = "走访记录", ["en"] = "Visit note" },
        ["fields"] = new JsonArray(new JsonObject { ["name"] = "note", ["type"] = "text", ["label"] = new JsonObject { ["zh"] = label, ["en"] = "Note" } }),
    };
}
