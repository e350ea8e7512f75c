using System.Text.Json.Nodes;

namespace CaseMgmt.E2e.Desks;

/// <summary>The demo people doing a month's work through the interface.</summary>
internal sealed class DeskCrew(IReadOnlyDictionary<string, ApiPerson> people) : IDisposable
{
    private static readonly string[] Cast = ["analyst", "county", "handler1", "handler2", "reviewer", "owner"];
    private static readonly string[] Stations = ["37030601", "37030602"];

    private readonly HashSet<long> taken = [];

    public static async Task<DeskCrew> SignInAsync(Uri address)
    {
        var people = new Dictionary<string, ApiPerson>();
        foreach (var name in Cast)
        {
            people[name] = await ApiPerson.SignInAsync(address, name);
        }

        return new(people);
    }

    /// <summary>One task with at least so many orders, each for one theme of one station; returns the ids of that many cases.</summary>
    public async Task<IReadOnlyList<long>> DispatchAsync(int count, string theme = "")
    {
        var ids = await AnomaliesAsync(count, theme);
        await people["analyst"].PostAsync("/api/anomalies/triage", new { ids, decision = "to-handle" });
        var task = (await people["analyst"].PostAsync("/api/tasks", new { requestKey = Guid.NewGuid(), title = "6月营销稽查", type = "online", urgency = "normal", anomalyIds = ids }))!["id"]!;
        await AnswerAsync("analyst", $"/api/tasks/{task}", "生成", new { title = "6月营销稽查", type = "online", urgency = "normal" });
        await AnswerAsync("analyst", $"/api/tasks/{task}", "派发", new { });
        var cases = (await people["analyst"].ReadAsync($"/api/tasks/{task}"))["cases"]!.AsArray();
        Assert.True(cases.Count >= count, $"{cases.Count} of {count} orders were planned.");
        return [.. cases.Take(count).Select(each => (long)each!["id"]!)];
    }

    /// <summary>Takes a case so many steps on; a return costs a round from the unit review back to handling.</summary>
    public async Task WorkAsync(long id, int steps, int returns, string conclusion = "normal")
    {
        var path = $"/api/cases/{id}";
        var handler = ((string)(await people["county"].ReadAsync(path))["orgNo"]!).EndsWith("01", StringComparison.Ordinal) ? "handler1" : "handler2";
        var opinion = new { opinion = "情况属实", returnCode = "evidence" };
        var rounds = steps > 2 ? returns : 0;
        (string Who, string Outcome, object Answers)[] way =
        [
            ("county", "签收", new { }), (handler, "提交", Reply(conclusion)),
            .. Enumerable.Repeat<(string, string, object)[]>([("county", "退回", opinion), (handler, "提交", Reply(conclusion))], rounds).SelectMany(round => round),
            ("county", "同意", opinion), ("reviewer", "通过", opinion),
            ("reviewer", "完成", new { score = 92.5, timeliness = "good", quality = "good" }),
            ("owner", "完成", new { rootCause = "03", hazardTitle = "改类流程缺少电价校验", analysis = "改类流程缺少电价校验，变更后无人复核。", measures = "- 增加系统校验" }),
        ];
        foreach (var (who, outcome, answers) in way.Take(steps + (2 * rounds)))
        {
            if (outcome == "提交" && conclusion != "normal")
            {
                await people[who].PostAsync($"{path}/calculations", Sheet);
            }

            await AnswerAsync(who, path, outcome, answers);
        }
    }

    public async Task SaveAsync(string definition, Action<JsonObject> change, bool publish)
    {
        var (model, revision) = await people["owner"].OpenDefinitionAsync(definition);
        change(model);
        await people["owner"].PostAsync("/elsa/api/workflow-definitions", new { model, publish }, publish ? "publication-requested" : null, ("X-Tab", "desk"), ("X-Draft-Revision", revision));
    }

    public Task SaveNewAsync(JsonObject model) => people["owner"].PostAsync("/elsa/api/workflow-definitions", new { model, publish = false }, refusal: null, ("X-Tab", "desk"));

    public async Task ApproveAsync(string definition)
    {
        var request = (await people["reviewer"].ReadAsync("/elsa/api/publication-requests"))["items"]!.AsArray().First(each => (string?)each!["definitionId"] == definition)!;
        await people["reviewer"].PostAsync($"/elsa/api/publication-requests/{request["id"]}/approve", new { comment = "同意发布" });
    }

    public void Dispose() => people.Values.ToList().ForEach(person => person.Dispose());

    /// <summary>What was confirmed needs evidence: the sheet of what it comes to.</summary>
    private static object Sheet => new { calculator = "basic-fee", values = new { capacity = "630", price = "32", month = "2026-05-01" } };

    private static object Reply(string conclusion) => conclusion == "normal"
        ? new { checkedBy = "system", checkedAt = "2026-06-10", conclusion, explanation = "经核查电量波动由生产停工引起，系统曲线正常，无异常用电。" }
        : new { checkedBy = "system", checkedAt = "2026-06-10", conclusion, explanation = "经核查电价码在增容后未改，已发起改类流程并重算电费。", problemKind = "01", cause = "01", responsible = "城关供电所营业班", correctionType = "01", correction = "改为两部制电价。", recoveredYuan = 1200.5 };

    // One anomaly of each theme and station makes one order; those of the highest level would wait for an approval.
    private async Task<IReadOnlyList<long>> AnomaliesAsync(int count, string theme)
    {
        var found = new List<JsonNode>();
        foreach (var station in Stations)
        {
            var path = $"/api/anomalies?state=new&org={station}&theme={theme}&take=200";
            for (var next = ""; next is not null;)
            {
                var page = await people["analyst"].ReadAsync(path + (next.Length == 0 ? "" : "&after=" + Uri.EscapeDataString(next)));
                found.AddRange(page["items"]!.AsArray().Where(each => (string)each!["level"]! != "special").Select(each => each!));
                next = (string?)page["next"];
            }
        }

        var chosen = found.Where(each => !taken.Contains((long)each["id"]!)).DistinctBy(each => ((string)each["themeCode"]!, (string)each["orgNo"]!)).Select(each => (long)each["id"]!).Take(count).ToList();
        taken.UnionWith(chosen);
        return chosen;
    }

    private async Task AnswerAsync(string who, string path, string outcome, object answers)
    {
        var person = people[who];
        var subject = await person.ReadAsync(path);
        var item = subject["workItem"]?["id"] ?? subject["openWorkItems"]!.AsArray().Single()!["id"]!;
        var version = (await person.ReadAsync($"/api/work-items/{item}"))["version"]!;
        await person.PostAsync($"/api/work-items/{item}/complete", new { requestKey = Guid.NewGuid(), version = (int)version, outcome, comment = "同意", answers });
    }
}
