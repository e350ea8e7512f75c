using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Designer;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Benchmarks;

/// <summary>The product's cases on the shipped lifecycle. A few go from sign-in to closed by real answers, straight or sent back once or twice; the others are their copies.</summary>
internal sealed class ReplayWorld : IAsyncDisposable
{
    private const string Station = "/37/3703/370306/37030601/";
    private const int Kinds = 3;

    private readonly ServiceProvider provider;
    private readonly StoreOptions options;

    private ReplayWorld(ServiceProvider provider, StoreOptions options) => (this.provider, this.options) = (provider, options);

    public static async Task<ReplayWorld> OpenAsync(string folder)
    {
        var options = new StoreOptions { DataDirectory = folder };
        var services = new ServiceCollection().AddLogging().AddCaseStore(options);
        foreach (var activity in EngineActivities.All)
        {
            services.AddSingleton(activity);
        }

        services.AddWorkflowRuntime();
        services.AddNotifications();
        services.AddInbox();
        services.AddForms();
        services.AddTasks();
        services.AddLifecycle();
        services.AddSla(Definitions());
        services.AddDesks();
        var world = new ReplayWorld(services.BuildServiceProvider(), options);
        await world.provider.MigrateAsync();
        await world.Get<ImportForms>().FromFolderAsync(Definitions("forms"));
        await world.Get<DefinitionStore>().ImportAsync(Shipped().ToJsonString(), "system", publish: true);
        return world;
    }

    public T Get<T>() where T : notnull => provider.GetRequiredService<T>();

    public async Task ImportDraftAsync(Action<JsonObject> change)
    {
        var model = Shipped();
        change(model);
        model["version"] = 2;
        await Get<DefinitionStore>().ImportAsync(model.ToJsonString(), "system", publish: false);
    }

    public async Task ClosedCasesAsync(int count)
    {
        await using var model = Get<IDbContextFactory<CaseDbContext>>().CreateDbContext();
        for (var kind = 0; kind < Kinds; kind++)
        {
            await CloseAsync(kind + 1, returns: kind);
        }

        await using var connection = new SqliteConnection($"Data Source={options.SqlitePath};Pooling=False");
        await connection.OpenAsync();
        for (var kind = 0; kind < Kinds; kind++)
        {
            // The templates are closed cases, too.
            var share = ((count - Kinds) / Kinds) + (kind < (count - Kinds) % Kinds ? 1 : 0);
            await new Multiplied(model, connection, InstanceOf(kind + 1)).ClosedCasesAsync(kind + 1, share);
        }
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private async Task CloseAsync(long id, int returns)
    {
        await Get<CommitDoor>().RunAsync("system", session => session.InsertAsync(new AuditCase
        {
            Id = id, Number = $"GD-37030601-{id}", Title = "电费异常核查", ThemeCode = "DJ-01", OrgNo = "37030601", OrgPath = Station, InstanceId = InstanceOf(id), CreatedAt = session.Now,
        }));
        await Get<WorkflowRuntime>().StartAsync(new StartRequest("online-audit", new JsonObject { ["Item"] = id }) { CorrelationId = $"case/{id}", InstanceId = InstanceOf(id) });
        await AnswerAsync(id, "签收", []);
        for (var round = 0; round < returns; round++)
        {
            await AnswerAsync(id, "提交", Reply());
            await AnswerAsync(id, "退回", new JsonObject { ["opinion"] = "依据不足", ["returnCode"] = "evidence" });
        }

        await AnswerAsync(id, "提交", Reply());
        await AnswerAsync(id, "同意", new JsonObject { ["opinion"] = "情况属实" });
        await AnswerAsync(id, "通过", new JsonObject { ["opinion"] = "情况属实" });
        await AnswerAsync(id, "完成", new JsonObject { ["score"] = 92.5, ["timeliness"] = "good", ["quality"] = "good" });
        await AnswerAsync(id, "完成", new JsonObject { ["rootCause"] = "03", ["analysis"] = "改类流程缺少电价校验，变更后无人复核。", ["measures"] = "- 增加系统校验" });
    }

    private async Task AnswerAsync(long id, string outcome, JsonObject answers)
    {
        await using var db = Get<IDbContextFactory<CaseDbContext>>().CreateDbContext();
        var subject = $"case/{id}";
        var item = await db.Set<WorkItem>().AsNoTracking().SingleAsync(row => row.Subject == subject && row.State == WorkItemStates.Open);
        var landed = await Get<WorkflowRuntime>().ResumeAsync(new ResumeRequest(item.InstanceId, item.BookmarkId, new Answer(outcome, "意见", answers, 1).ToPayload()));
        if (landed is not RuntimeResult.Landed)
        {
            throw new InvalidOperationException($"{subject}, {outcome}: {landed}");
        }
    }

    private static string InstanceOf(long id) => $"closed-template-{id}";

    private static JsonObject Reply() => new()
    {
        ["checkedBy"] = "system", ["checkedAt"] = "2026-06-10", ["conclusion"] = "normal", ["explanation"] = "经核查电量波动由生产停工引起，系统曲线正常，无异常用电。",
    };

    private static JsonObject Shipped() => JsonNode.Parse(File.ReadAllText(Definitions("online-audit", "v1.json")))!.AsObject();

    private static string Definitions(params string[] path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseMgmt.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine([folder?.FullName ?? throw new InvalidOperationException("Run it inside the source tree."), "definitions", .. path]);
    }
}
