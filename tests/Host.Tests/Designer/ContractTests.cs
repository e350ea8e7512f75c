using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>Each recorded request is answered in the recorded shape, names exact.</summary>
public sealed class ContractTests(Site site) : IClassFixture<Site>
{
    private const string Api = "/elsa/api";

    [Theory]
    [InlineData("descriptors-activities", "/descriptors/activities?Refresh=True")]
    [InlineData("descriptors-expression-descriptors", "/descriptors/expression-descriptors")]
    [InlineData("descriptors-incident-strategies", "/descriptors/incident-strategies")]
    [InlineData("descriptors-log-persistence-strategies", "/descriptors/log-persistence-strategies")]
    [InlineData("descriptors-workflow-activation-strategies", "/descriptors/workflow-activation-strategies")]
    [InlineData("descriptors-commit-strategies", "/descriptors/commit-strategies/workflows")]
    [InlineData("descriptors-storage-drivers", "/descriptors/storage-drivers")]
    [InlineData("descriptors-variables", "/descriptors/variables")]
    [InlineData("descriptors-output-converters", "/descriptors/output-converters?sourceType=String&destinationType=Object")]
    [InlineData("features-installed", "/features/installed")]
    [InlineData("definitions-list", "/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False&OrderDirection=Ascending")]
    [InlineData("definition-by-definition-id", "/workflow-definitions/by-definition-id/online-audit?versionOptions=Latest")]
    [InlineData("definition-by-id", "/workflow-definitions/by-id/online-audit-v1")]
    [InlineData("definition-export", "/workflow-definitions/online-audit/export?versionOptions=1&includeConsumingWorkflows=False")]
    [InlineData("definition-is-name-unique", "/workflow-definitions/validation/is-name-unique?name=x&definitionId=y")]
    public async Task Get_AsStudioAsks_HasEveryRecordedName(string recording, string path)
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var answer = JsonNode.Parse(await owner.ReadTextAsync(Api + path));

        Assert.Empty(Recording.Missing(Recording.Answer(recording), answer, "", "variables", "outputs", "outcomes", "activities", "connections", "source"));
    }

    [Fact]
    public async Task Descriptors_OfAHumanStep_GiveADroppedNodeItsOutcomes()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var items = JsonNode.Parse(await owner.ReadTextAsync(Api + "/descriptors/activities"))!["items"]!.AsArray();

        var recheck = items.Single(item => (string?)item!["typeName"] == "Audit.Recheck")!;
        Assert.Equal("[\"通过\",\"退回\"]", string.Concat(((string)recheck["constructionProperties"]!["Outcomes"]!["expression"]!["value"]!).Where(letter => !char.IsWhiteSpace(letter))));
    }

    [Fact]
    public async Task SaveAndRevert_AsStudioSends_HaveEveryRecordedName()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var definitions = site.Services.GetRequiredService<DefinitionStore>();
        await definitions.ImportAsync(DesignerTests.Lifecycle("contract").ToJsonString(), "system", publish: true);

        var reverted = await owner.PostAsync(Api + "/workflow-definitions/contract/revert/1", new { });
        await owner.OpenAsync("contract");
        var saved = await owner.SaveAsync(DesignerTests.Lifecycle("contract", text: "改"));

        Assert.Empty(Recording.Missing(Recording.Answer("definition-revert"), await DesignerSeat.JsonOf(reverted)));
        Assert.Empty(Recording.Missing(Recording.Answer("definition-save"), await DesignerSeat.JsonOf(saved), "", "variables", "inputs", "outputs", "outcomes", "root"));
    }

    [Fact]
    public async Task InstanceReads_AsTheViewerAsks_HaveEveryRecordedName()
    {
        await RunAsync("viewed", 900_001, "/37/3703/370306/");
        using var owner = await DesignerSeat.Async(site, "owner");
        string[] free = ["variables", "input", "output", "activityState", "outputs", "payload"];

        var list = await DesignerSeat.JsonOf(await owner.PostAsync(Api + "/workflow-instances", new { page = 0, pageSize = 10, definitionIds = Array.Empty<string>() }));
        Assert.Empty(Recording.Missing(Recording.Answer("instances-list"), list, "", free));
        Assert.Empty(Recording.Missing(Recording.Answer("instance"), await JsonAsync(owner, "/workflow-instances/viewed"), "", free));
        Assert.Empty(Recording.Missing(Recording.Answer("instance-execution-state"), await JsonAsync(owner, "/workflow-instances/viewed/execution-state")));
        var journal = await DesignerSeat.JsonOf(await owner.PostAsync(Api + "/workflow-instances/viewed/journal?skip=0&take=111", new { filter = new { excludedActivityTypes = new[] { "Elsa.Workflow", "Elsa.Flowchart" } } }));
        Assert.Empty(Recording.Missing(Recording.Answer("instance-journal"), journal, "", free));
        Assert.Equal("Workflow1:flow1:start", (string)journal["items"]![0]!["nodeId"]!);
        var report = await DesignerSeat.JsonOf(await owner.PostAsync(Api + "/activity-executions/report", new { workflowInstanceId = "viewed", activityNodeIds = new[] { "Workflow1:flow1:say" } }));
        Assert.Empty(Recording.Missing(Recording.Answer("executions-report"), report));
        var executions = await JsonAsync(owner, "/activity-executions/list?WorkflowInstanceId=viewed&ActivityNodeId=Workflow1:flow1:say");
        Assert.Empty(Recording.Missing(Recording.Answer("executions-list"), executions, "", free));
        var summaries = await JsonAsync(owner, "/activity-execution-summaries/list?WorkflowInstanceId=viewed&ActivityNodeId=Workflow1:flow1:say");
        Assert.Empty(Recording.Missing(Recording.Answer("executions-summaries"), summaries, "", free));
        Assert.Empty(Recording.Missing(Recording.Answer("instance-variables"), await JsonAsync(owner, "/workflow-instances/viewed/variables"), "", "items"));
        var id = (string)executions["items"]![0]!["id"]!;
        Assert.Empty(Recording.Missing(Recording.Answer("execution-by-id"), await JsonAsync(owner, "/activity-executions/by-id?id=" + id), "", free));
        Assert.Empty(Recording.Missing(Recording.Answer("execution-call-stack"), await JsonAsync(owner, $"/activity-executions/{id}/call-stack"), "", free));
    }

    [Fact]
    public async Task ImportRunAndScript_AsStudioSends_HaveEveryRecordedName()
    {
        using var owner = await DesignerSeat.Async(site, "owner");

        var imported = await owner.PostAsync(Api + "/workflow-definitions/import", DesignerTests.Lifecycle("contract-import"));
        var run = await owner.PostAsync(Api + "/workflow-definitions/contract-import/execute", new { correlationId = (string?)null, versionOptions = "Latest" });
        var options = await owner.PostAsync(Api + "/descriptors/activities/Audit.Handle/options/Form", new { context = new { } });
        var types = await owner.PostAsync(Api + "/scripting/javascript/type-definitions/contract-import", new { activityTypeName = "Audit.Handle", propertyName = "Form" });

        Assert.Empty(Recording.Missing(Recording.Answer("definition-import"), await DesignerSeat.JsonOf(imported), "", "variables", "inputs", "outputs", "outcomes", "root", "$schema"));
        Assert.Empty(Recording.Missing(Recording.Answer("definition-execute"), await DesignerSeat.JsonOf(run)));
        Assert.Empty(Recording.Missing(Recording.Answer("descriptors-options"), await DesignerSeat.JsonOf(options), "", "items"));
        Assert.Contains("declare function", await types.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HubNegotiation_AsTheViewerSends_HasEveryRecordedName()
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var answer = await owner.PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1", new { });
        Assert.Empty(Recording.Missing(Recording.Answer("hub-negotiate"), await DesignerSeat.JsonOf(answer)));
    }

    /// <summary>Recorded calls that this product answers otherwise on purpose: two people retract, and a case is cancelled on its own page.</summary>
    [Theory]
    [InlineData("/workflow-definitions/online-audit/retract")]
    [InlineData("/cancel/workflow-instances/none")]
    public async Task RefusedCalls_AsStudioSends_AreAnsweredInTheFormThatItShows(string path)
    {
        using var owner = await DesignerSeat.Async(site, "owner");
        var answer = await owner.PostAsync(Api + path, new { });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await DesignerSeat.JsonOf(answer))["errors"]!["GeneralErrors"]![0]!);
    }

    [Fact]
    public void Recordings_Each_AreComparedHere()
    {
        var source = Recording.SourceOf();
        Assert.All(Recording.Names(), name => Assert.Contains($"\"{name}\"", source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Instance_OfAnotherOrganisation_DoesNotExist()
    {
        await RunAsync("elsewhere", 900_002, "/37/3799/");
        using var owner = await DesignerSeat.Async(site, "owner");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await owner.GetAsync(Api + "/workflow-instances/elsewhere")).StatusCode);
    }

    private async Task RunAsync(string instanceId, long caseId, string orgPath)
    {
        await site.Services.GetRequiredService<DefinitionStore>().ImportAsync(DesignerTests.Lifecycle("ran-" + instanceId).ToJsonString(), "system", publish: true);
        await site.Services.GetRequiredService<CommitDoor>().RunAsync("system", session => session.InsertAsync(new AuditCase
        {
            Id = caseId, Number = "GD-" + caseId, Title = instanceId, OrgNo = "x", OrgPath = orgPath, InstanceId = instanceId, CreatedAt = session.Now,
        }));
        var started = await site.Services.GetRequiredService<WorkflowRuntime>().StartAsync(new StartRequest("ran-" + instanceId, []) { InstanceId = instanceId, CorrelationId = "case/" + caseId });
        Assert.IsType<RuntimeResult.Landed>(started);
    }

    private static async Task<JsonNode> JsonAsync(DesignerSeat seat, string path) => JsonNode.Parse(await seat.ReadTextAsync(Api + path))!;
}
