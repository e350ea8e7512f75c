using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Tests.Data;
using CaseMgmt.Cases.Tests.Sla;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A small province on a fresh embedded database: its people, its anomalies, the shipped lifecycles, and a clock the story moves.</summary>
internal sealed class AuditWorld : IAsyncDisposable
{
    public const string Station = "/37/3703/370306/37030601/";
    public const string Station2 = "/37/3703/370306/37030602/";

    private readonly TestStore store;
    private long nextId = 1;

    private AuditWorld(TestStore store, FakeClock clock) => (this.store, Clock) = (store, clock);

    public FakeClock Clock { get; }

    public static CurrentAccount Analyst { get; } = Person(1, "1001", "/37/3703/", Roles.Analyst);

    public static CurrentAccount County { get; } = Person(2, "1002", "/37/3703/370306/", Roles.CountyAuditor);

    public static CurrentAccount Handler { get; } = Person(3, "1003", Station, Roles.Handler);

    public static CurrentAccount Handler2 { get; } = Person(4, "1004", Station2, Roles.Handler);

    public static CurrentAccount Reviewer { get; } = Person(5, "1005", "/37/3703/", Roles.Reviewer);

    public static CurrentAccount Owner { get; } = Person(6, "1006", "/37/3703/", Roles.ProcessOwner);

    /// <summary>A second analyst of the same city.</summary>
    public static CurrentAccount Colleague { get; } = Person(9, "1009", "/37/3703/", Roles.Analyst);

    public static CurrentAccount Manager { get; } = Person(8, "1008", "/37/", Roles.ProvincialManager);

    /// <summary>A second account of the person behind <see cref="Handler"/>.</summary>
    public static CurrentAccount HandlerAsReviewer { get; } = Person(7, "1003", "/37/3703/", Roles.Reviewer);

    public CommitDoor Door => store.Door;

    /// <param name="prepare">Fills the database before it is migrated; it brings its own people and definitions then.</param>
    /// <param name="change">Edits a shipped definition before it is imported: name and JSON in, JSON out.</param>
    public static async Task<AuditWorld> CreateAsync(
        string beijing = "2026-06-10 09:00", Func<string, JsonObject, JsonObject>? change = null, StoreProvider provider = StoreProvider.Sqlite, Func<Cases.Data.StoreOptions, Task>? prepare = null)
    {
        var clock = new FakeClock(WorkingCalendarTests.Utc(beijing));
        var store = await TestStore.CreateAsync(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            foreach (var activity in EngineActivities.All)
            {
                services.AddSingleton(activity);
            }

            services.AddWorkflowRuntime();
            services.AddNotifications();
            services.AddInbox();
            services.AddForms();
            services.AddTasks();
            services.AddSingleton<ChunkedWork, JudgeAnomalies>();
            services.AddLifecycle();
            services.AddSla(Shipped.Folder());
        }, provider: provider, prepare: prepare);
        var world = new AuditWorld(store, clock);
        // As at every start: what is known already changes nothing.
        await world.Get<ImportForms>().FromFolderAsync(Shipped.Folder("forms"));
        if (prepare is not null)
        {
            world.nextId = 1000;
            return world;
        }

        await world.PeopleAsync();
        foreach (var key in new[] { "online-audit", "reopened-audit", "audit-task" })
        {
            var json = JsonNode.Parse(await File.ReadAllTextAsync(Shipped.Latest(key)))!.AsObject();
            await world.Get<DefinitionStore>().ImportAsync((change?.Invoke(key, json) ?? json).ToJsonString(), "system", publish: true);
        }

        return world;
    }

    /// <summary>Every database this run can reach: SQLite always.</summary>
    public static TheoryData<StoreProvider> Databases() =>
        TestStore.PostgresServer is null ? new(StoreProvider.Sqlite) : new(StoreProvider.Sqlite, StoreProvider.Postgres);

    public T Get<T>() where T : notnull => store.Provider.GetRequiredService<T>();

    public async Task<long> AnomalyAsync(string theme = "DJ-01", string state = AnomalyStates.ToHandle, string orgPath = Station, string level = "2", string? obj = null, string ym = "202605")
    {
        var id = nextId++;
        await Door.RunAsync("system", session => session.InsertAsync(new Anomaly
        {
            Id = id, ThemeCode = theme, ThemeVersion = 1, Ym = ym, ObjKey = obj ?? $"10000{id}", OrgNo = orgPath.Split('/')[^2], OrgPath = orgPath,
            Metric = 400, LimitValue = 315, Level = level, Specialty = "tariff", State = state, FirstSeenAt = session.Now, LastSeenAt = session.Now,
        }));
        return id;
    }

    /// <summary>Many at once: one commit, ids in a row.</summary>
    public async Task<long[]> AnomaliesAsync(int count, string state = AnomalyStates.ToHandle)
    {
        var ids = Enumerable.Range(0, count).Select(_ => nextId++).ToArray();
        await Door.RunAsync("system", async session =>
        {
            foreach (var id in ids)
            {
                await session.InsertAsync(new Anomaly
                {
                    Id = id, ThemeCode = "DJ-01", ThemeVersion = 1, Ym = "202605", ObjKey = $"20000{id}", OrgNo = "37030601", OrgPath = Station,
                    Metric = 400, LimitValue = 315, Level = "2", Specialty = "tariff", State = state, FirstSeenAt = session.Now, LastSeenAt = session.Now,
                });
            }
        });
        return ids;
    }

    public async Task<IResult> TryCreateTaskAsync(CurrentAccount who, string key, params long[] anomalies)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        var request = new CreateTask.Request(key, "6月两部制电价稽查", "online", "normal", anomalies);
        return await scope.ServiceProvider.GetRequiredService<CreateTask>().HandleAsync(request, who);
    }

    public async Task<long> CreateTaskAsync(params long[] anomalies)
    {
        var result = await TryCreateTaskAsync(Analyst, Guid.NewGuid().ToString(), anomalies);
        return ((CreateTask.Created)((IValueHttpResult)result).Value!).Id;
    }

    /// <summary>The one open question of a case or task.</summary>
    public async Task<WorkItem> OpenAsync(SubjectRef subject)
    {
        await using var db = store.Context();
        var name = subject.ToString();
        var open = await db.Set<WorkItem>().AsNoTracking().Where(row => row.State == WorkItemStates.Open).ToListAsync();
        var incidents = await db.Set<IncidentRow>().Select(row => row.ActivityId + ": " + row.Reason).ToListAsync();
        var letters = await db.Set<OutboxRow>().ToListAsync();
        var item = open.SingleOrDefault(row => row.Subject == name);
        Assert.True(item is not null, $"Nothing waits for {name}. Open: {string.Join(", ", open.Select(row => row.Subject + " " + row.Title))}. "
            + $"Incidents: {string.Join("; ", incidents)}. Outbox: {System.Text.Json.JsonSerializer.Serialize(letters)}");
        return item!;
    }

    /// <summary>Every open question of a case or task, in the order they were put.</summary>
    public Task<List<WorkItem>> AllOpenAsync(SubjectRef subject)
    {
        var name = subject.ToString();
        return ReadAsync(db => db.Set<WorkItem>().AsNoTracking().Where(row => row.Subject == name && row.State == WorkItemStates.Open).OrderBy(row => row.Id).ToListAsync());
    }

    public async Task<IResult> TryAnswerAsync(CurrentAccount who, WorkItem item, string outcome, JsonObject? answers = null, string? comment = null, string? key = null)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        var request = new CompleteWorkItem.Request(key ?? Guid.NewGuid().ToString(), item.Version, outcome, comment, answers);
        return await scope.ServiceProvider.GetRequiredService<CompleteWorkItem>().HandleAsync(item.Id, request, who, "zh");
    }

    /// <summary>What a use case answers, in a scope of its own; a problem met inside its commit is an answer too, as over HTTP.</summary>
    public async Task<IResult> AskAsync<T>(Func<T, Task<IResult>> ask) where T : notnull
    {
        await using var scope = store.Provider.CreateAsyncScope();
        try
        {
            return await ask(scope.ServiceProvider.GetRequiredService<T>());
        }
        catch (ProblemException refused)
        {
            return refused.Problem;
        }
    }

    /// <summary>Answers the open question and gives the stage and state that the subject has afterwards.</summary>
    public async Task<(string Stage, string State)> AnswerAsync(CurrentAccount who, SubjectRef subject, string outcome, JsonObject? answers = null, string? comment = null)
    {
        var result = await TryAnswerAsync(who, await OpenAsync(subject), outcome, answers, comment);
        var done = (result as IValueHttpResult)?.Value as CompleteWorkItem.Done;
        Assert.True(done is not null, $"refused: {Describe(result)}");
        return (done!.Stage, done.State);
    }

    public static string Describe(IResult result) => result is Problem problem
        ? problem.Code + " " + string.Join(';', (problem.More.GetValueOrDefault("errors") as IEnumerable<CompleteWorkItem.FieldError> ?? []).Select(error => $"{error.Field}:{error.Code}"))
        : result.ToString()!;

    public async Task AddEvidenceAsync(long caseId) => await Door.RunAsync(Handler.Actor, session => session.InsertAsync(new EvidenceFile
    {
        Id = Get<Ids>().Next(), CaseId = caseId, FileName = "铭牌.jpg", ContentType = "image/jpeg", Size = 1, Sha256 = new string('0', 64), UploadedBy = Handler.Id, UploadedAt = session.Now,
    }));

    public async Task<T> ReadAsync<T>(Func<CaseDbContext, Task<T>> read)
    {
        await using var db = store.Context();
        return await read(db);
    }

    public Task<List<AuditCase>> CasesAsync(long taskId) =>
        ReadAsync(db => db.Set<AuditCase>().AsNoTracking().Where(row => row.TaskId == taskId).OrderBy(row => row.Id).ToListAsync());

    public Task<AuditCase> CaseAsync(long id) => ReadAsync(db => db.Set<AuditCase>().AsNoTracking().SingleAsync(row => row.Id == id));

    public Task<AuditTask> TaskAsync(long id) => ReadAsync(db => db.Set<AuditTask>().AsNoTracking().SingleAsync(row => row.Id == id));

    public Task<Anomaly> AnomalyAsync(long id) => ReadAsync(db => db.Set<Anomaly>().AsNoTracking().SingleAsync(row => row.Id == id));

    public Task<List<string>> HistoryKindsAsync(SubjectRef subject)
    {
        var name = subject.ToString();
        return ReadAsync(db => db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == name).OrderBy(row => row.Seq).Select(row => row.Kind).ToListAsync());
    }

    /// <summary>From anomalies to a dispatched case, by the shipped task lifecycle.</summary>
    public async Task<AuditCase> DispatchedCaseAsync(params long[] anomalies)
    {
        var task = await CreateTaskAsync(anomalies.Length > 0 ? anomalies : [await AnomalyAsync()]);
        await AnswerAsync(Analyst, SubjectRef.Task(task), "生成", new JsonObject { ["title"] = "6月两部制电价稽查", ["type"] = "online", ["urgency"] = "normal" });
        await AnswerAsync(Analyst, SubjectRef.Task(task), "派发");
        return (await CasesAsync(task))[0];
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static CurrentAccount Person(long id, string personNo, string orgPath, string role) =>
        new(id, "user" + id, "用户" + id, personNo, orgPath.Split('/')[^2], orgPath, [role], "zh");

    private async Task PeopleAsync() => await Door.RunAsync("system", async session =>
    {
        foreach (var person in new[] { Analyst, County, Handler, Handler2, Reviewer, Owner, HandlerAsReviewer, Manager, Colleague })
        {
            await session.InsertAsync(new Account
            {
                Id = person.Id, UserName = person.UserName, NormalizedUserName = person.UserName.ToUpperInvariant(), DisplayName = person.DisplayName,
                PersonNo = person.PersonNo, OrgNo = person.OrgNo, OrgPath = person.OrgPath, SecurityStamp = "s", ConcurrencyStamp = "c",
            });
            await session.InsertAsync(new IdentityUserRole<long> { UserId = person.Id, RoleId = Roles.IdOf(person.Roles[0]) });
        }
    });
}
