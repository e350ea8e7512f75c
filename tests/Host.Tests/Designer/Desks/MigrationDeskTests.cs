using System.Net;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.MigrationDesk;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer.Desks;

/// <summary>Running cases move to another version: planned, rehearsed, done, and told case by case.</summary>
public sealed class MigrationDeskTests
{
    private const string Desk = "/api/definitions/online-audit";
    private const int Next = ShippedLifecycle.Version + 1;

    [Fact]
    public async Task Cases_OnARenamedNode_NeedTheMapAndThenMove()
    {
        await using var site = new Site();
        using var owner = await site.AsAsync("owner");
        var (first, second) = (await site.StartCaseAsync(), await site.StartCaseAsync("37030602"));
        var closed = await site.ClosedCaseAsync();
        await PublishRenamedAsync(site);

        var plan = await owner.ReadAsync($"{Desk}/migration-plan?from={ShippedLifecycle.Version}&to={Next}");
        var standing = plan["nodes"]!.AsArray().Single(node => (int)node!["standing"]! > 0)!;
        Assert.Equal(("sign-in", 2, null), ((string)standing["id"]!, (int)standing["standing"]!, (string?)standing["suggested"]));

        var rehearsal = await owner.RunToEndAsync($"{Desk}/migrations", new { from = ShippedLifecycle.Version, to = Next, dryRun = true });
        Assert.Equal(("done", 2, 2), ((string)rehearsal["state"]!, (int)rehearsal["total"]!, (int)rehearsal["summary"]!["refused"]!));
        Assert.All(await owner.LinesAsync(rehearsal), line => Assert.Equal("node-missing", (string)line!["detail"]!["code"]!));
        Assert.Equal(ShippedLifecycle.Version, await VersionAsync(site, first));

        var map = new Dictionary<string, string> { ["sign-in"] = "receive" };
        var moved = await owner.RunToEndAsync($"{Desk}/migrations", new { from = ShippedLifecycle.Version, to = Next, map, dryRun = false });
        Assert.Equal(2, (int)moved["summary"]!["moved"]!);
        Assert.Equal((Next, Next, ShippedLifecycle.Version), (await VersionAsync(site, first), await VersionAsync(site, second), await VersionAsync(site, closed)));
        await site.AnswerAsync(first, "签收");
        Assert.Equal("handle", (await site.OpenItemAsync(first)).ActivityId);
        Assert.Contains(await site.HistoryAsync("lifecycle/online-audit"), row => row.Kind == "lifecycle.migration-done");
    }

    [Fact]
    public async Task Run_ThatIsOver_CannotBeStopped()
    {
        await using var site = new Site();
        using var owner = await site.AsAsync("owner");
        await PublishRenamedAsync(site);
        var run = await owner.RunToEndAsync($"{Desk}/migrations", new { from = ShippedLifecycle.Version, to = Next, dryRun = true });
        Assert.Equal("run-over", await Visitor.CodeOf(await owner.PostAsync($"/api/lifecycle-runs/{run["id"]}/stop")));
    }

    [Fact]
    public async Task Runs_OfAWiderUnit_AreNotThereForANarrowerAccount()
    {
        await using var site = new Site();
        using var owner = await site.AsAsync("owner");
        await PublishRenamedAsync(site);
        var run = await owner.RunToEndAsync($"{Desk}/migrations", new { from = ShippedLifecycle.Version, to = Next, dryRun = true });
        await site.CommitAsync(async session => await session.ExecuteAsync($"update lifecycle_run set org_path = {"/37/"} where id = {(long)run["id"]!}"));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/api/lifecycle-runs/{run["id"]}")).StatusCode);
    }

    [Fact]
    public void Refusal_OfAnOrder_NamesWhy()
    {
        var states = new Dictionary<int, string> { [1] = DefinitionStates.Published, [2] = DefinitionStates.Draft, [3] = DefinitionStates.Retracted };
        Assert.Equal("migration-same-version", Code(1, 1));
        Assert.Equal("migration-draft", Code(1, 2));
        Assert.Equal("not-found", Code(1, 9));
        Assert.Null(Code(1, 3));

        string? Code(int from, int to) => StartMigration.Refusal(new(from, to, null, true, false, null), states)?.Code;
    }

    /// <summary>The next version: the first step has another id, everything else is the same.</summary>
    private static async Task PublishRenamedAsync(Site site)
    {
        var text = ShippedLifecycle.Read().ToJsonString().Replace("\"sign-in\"", "\"receive\"", StringComparison.Ordinal);
        var model = JsonNode.Parse(text)!.AsObject();
        ShippedLifecycle.Node(model, "receive")["form"]!["expression"]!["value"] = "sign-in";
        Assert.Equal(Next, (await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(model.ToJsonString(), "system", publish: true)).Version);
    }

    private static async Task<int> VersionAsync(Site site, long caseId)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var id = $"desk-{caseId}";
        return await scope.ServiceProvider.GetRequiredService<CaseDbContext>().Set<InstanceRow>().Where(row => row.Id == id).Select(row => row.DefinitionVersion).SingleAsync();
    }
}
