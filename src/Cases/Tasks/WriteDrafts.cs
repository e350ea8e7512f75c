using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>
/// Writes the drafts of a task some at a time. What is left to plan are the anomalies without a case, so each step goes on where the one before it
/// stopped. Nobody sees the drafts while the task is being planned; the last step lets the lifecycle go on, and with that the task leaves that state.
/// </summary>
public sealed class WriteDrafts(Ids ids, ThemeNames themes) : ChunkedWork
{
    public const string WorkName = "plan-cases";
    private const int DraftsPerStep = 25;
    private const int ItemsPerStep = 400;

    private static readonly Dictionary<string, string> GroupColumns = new() { ["unit"] = "org_path", ["specialty"] = "specialty", ["theme"] = "theme_code" };

    public override string Name => WorkName;

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        var effect = data.Deserialize<PlanCases>()!;
        var task = await TaskRow.FindAsync(session, SubjectRef.Parse(effect.Subject));
        var plans = await NextAsync(task.Id, effect, session);
        var items = 0;
        foreach (var plan in plans.Take(DraftsPerStep).TakeWhile(plan => (items += plan.Anomalies.Count) <= ItemsPerStep || items == plan.Anomalies.Count))
        {
            await WriteAsync(task, plan, effect.EstimatedYuan, session);
        }

        if (plans.Count > 0)
        {
            return data;
        }

        await FinishAsync(effect, task, session);
        return null;
    }

    // Read group by group: only the last order of what was read may be cut short by the end of the reading, and then the next step makes it.
    private static async ValueTask<IReadOnlyList<PlannedCase>> NextAsync(long taskId, PlanCases effect, CommitSession session)
    {
        var grouping = effect.Grouping.Split(',').ToHashSet();
        var most = Math.Max(ItemsPerStep, effect.MaxItems) + 1;
        var order = string.Join(", ", GroupColumns.Where(each => grouping.Contains(each.Key)).Select(each => each.Value).Append("id"));
        var anomalies = await session.TopAsync<Anomaly>(most, FormattableStringFactory.Create(
            "task_id = {0} and case_id is null and state = {1} order by " + order, taskId, AnomalyStates.InTask));
        var plans = CasePlan.Make(anomalies, grouping, effect.MaxItems);
        var last = anomalies.Count < most ? null : anomalies[^1];
        return [.. plans.Where(plan => last is null || plan.Anomalies.Count == effect.MaxItems || !plan.Anomalies.Contains(last))];
    }

    private static async ValueTask FinishAsync(PlanCases effect, AuditTask task, CommitSession session)
    {
        var drafts = await session.QueryAsync<AuditCase>($"task_id = {task.Id} and state = {PlanCasesHandler.DraftState} order by id");
        await session.AppendHistoryAsync(effect.Subject, "task.cases-planned", new JsonObject
        {
            ["grouping"] = effect.Grouping,
            ["cases"] = new JsonArray([.. drafts.Select(row => JsonValue.Create(row.Number))]),
        });
        await session.EnqueueAsync(new QueuedStimulus("CasesPlanned", new JsonObject
        {
            ["caseIds"] = new JsonArray([.. drafts.Select(row => JsonValue.Create(row.Id))]),
            ["type"] = task.Type,
            ["level"] = Urgencies.TopLevel(drafts.Select(row => row.Level)),
        })
        { InstanceId = effect.InstanceId, BookmarkId = effect.BookmarkId });
    }

    private async ValueTask WriteAsync(AuditTask task, PlannedCase plan, decimal estimatedYuan, CommitSession session)
    {
        var lead = plan.Leading;
        var row = new AuditCase
        {
            Id = ids.Next(),
            Number = await Numbers.NextAsync(session, $"GD-{plan.OrgNo}-{lead.Ym}"),
            Title = CaseTitle.Write(themes.NameZh(lead.ThemeCode), plan.Themes, [.. plan.Anomalies.Select(anomaly => anomaly.ObjKey)]),
            TaskId = task.Id,
            ThemeCode = lead.ThemeCode,
            ThemeVersion = lead.ThemeVersion,
            Specialty = lead.Specialty,
            Level = lead.Level,
            Urgency = Urgencies.MoreUrgent(task.Urgency, Urgencies.Default(lead.Level, estimatedYuan)),
            OrgNo = plan.OrgNo,
            OrgPath = plan.OrgPath,
            Stage = "task",
            State = PlanCasesHandler.DraftState,
            CreatedAt = session.Now,
        };
        await session.InsertAsync(row);
        await session.AppendHistoryAsync(SubjectRef.Case(row.Id).ToString(), "case.created", new JsonObject
        {
            ["number"] = row.Number,
            ["task"] = task.Number,
            ["theme"] = $"{row.ThemeCode}/v{row.ThemeVersion}",
            ["items"] = plan.Anomalies.Count,
            ["urgency"] = row.Urgency,
        });
        foreach (var anomaly in plan.Anomalies)
        {
            await session.InsertAsync(Item(row.Id, anomaly));
        }

        await AnomalyMarks.AssignAsync(session, row.Id, [.. plan.Anomalies.Select(anomaly => anomaly.Id)]);
    }

    private CaseItem Item(long caseId, Anomaly anomaly) => new()
    {
        Id = ids.Next(),
        CaseId = caseId,
        AnomalyId = anomaly.Id,
        HeldAnomalyId = anomaly.Id,
        ObjKey = anomaly.ObjKey,
        Metric = anomaly.Metric,
        LimitValue = anomaly.LimitValue,
    };
}
