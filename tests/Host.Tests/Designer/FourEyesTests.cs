using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Publication and retraction by two people, and what the second one sees of the first one's work.</summary>
public sealed class FourEyesTests(Site site) : IClassFixture<Site>
{
    private const string Requests = "/elsa/api/publication-requests";

    [Fact]
    public async Task Retract_OfAPublishedVersion_NeedsASecondPerson()
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(DesignerTests.Lifecycle("retracted").ToJsonString(), "system", publish: true);
        using var owner = await DesignerSeat.Async(site, "owner");

        Assert.Equal("retraction-requested", await Visitor.CodeOf(await owner.PostAsync("/elsa/api/workflow-definitions/retracted/retract", new { })));
        Assert.NotNull(await PublishedAsync("retracted"));
        var request = await owner.RequestAsync("retracted");
        Assert.Equal("publication-own", await Visitor.CodeOf(await owner.PostAsync($"{Requests}/{request}/approve", new { comment = "撤回" })));

        using var reviewer = await DesignerSeat.Async(site, "reviewer");
        Assert.Equal(HttpStatusCode.NoContent, (await reviewer.PostAsync($"{Requests}/{request}/approve", new { comment = "不再使用" })).StatusCode);
        Assert.Null(await PublishedAsync("retracted"));
        Assert.Equal(["lifecycle.retract-requested", "lifecycle.retract-approved", "definition.retracted"], (await site.HistoryAsync("lifecycle/retracted")).Select(row => row.Kind).TakeLast(3));
    }

    [Fact]
    public async Task Approval_ByAnotherAccountOfTheAuthor_IsRefused()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        await owner.SaveAsync(DesignerTests.Lifecycle("one-person"), publish: true);
        await HireAsync("owner-again", "P-owner", Roles.Reviewer);

        using var again = await DesignerSeat.Async(site, "owner-again");
        var refused = await again.PostAsync($"{Requests}/{await owner.RequestAsync("one-person")}/approve", new { comment = "同意" });

        Assert.Equal("publication-own", await Visitor.CodeOf(refused));
    }

    [Fact]
    public async Task Request_ShowsWhoChangedWhat_AndWhichVersionsToCompare()
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(DesignerTests.Lifecycle("two-authors").ToJsonString(), "system", publish: true);
        using var owner = await DesignerSeat.Async(site, "owner");
        await HireAsync("second-owner", "P-second", Roles.ProcessOwner);
        using var second = await DesignerSeat.Async(site, "second-owner");
        await owner.OpenAsync("two-authors");
        await owner.SaveAsync(DesignerTests.Lifecycle("two-authors", text: "第二稿"));
        await second.OpenAsync("two-authors");
        var renamed = DesignerTests.Lifecycle("two-authors", text: "第二稿");
        renamed["root"]!["activities"]![2]!["metadata"] = new JsonObject { ["displayText"] = "办结" };
        await second.SaveAsync(renamed, publish: true);

        using var reviewer = await site.AsAsync("reviewer");
        var request = (await reviewer.ReadAsync(Requests))["items"]!.AsArray().First(each => (string?)each!["definitionId"] == "two-authors")!;

        Assert.Equal((1, 2), ((int)request["publishedVersion"]!, (int)request["version"]!));
        var lines = request["differences"]!.AsArray().ToDictionary(line => (string)line!["what"]!, line => string.Join(',', line!["by"]!.AsArray().Select(by => (string)by!)));
        Assert.Equal("赵磊（流程负责人）", lines["WriteLine1 › 文字"]);
        Assert.Equal("second-owner", lines["办结 › displayText"]);
    }

    private async Task HireAsync(string userName, string personNo, string role)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var account = scope.ServiceProvider.GetRequiredService<AccountRows>().Make(userName, userName, personNo, new OrgUnit { OrgNo = "3703", OrgPath = "/37/3703/" }, DemoAccounts.Password);
        await site.Services.GetRequiredService<CommitDoor>().RunAsync("system", session => AccountRows.AddAsync(session, account, [role]));
    }

    private ValueTask<CaseMgmt.Workflows.Definitions.CompiledDefinition?> PublishedAsync(string definition) =>
        site.Services.GetRequiredService<DefinitionStore>().FindPublishedAsync(definition);
}
