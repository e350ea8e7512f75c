using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Writes the work orders of a task and reports their ids to <paramref name="BookmarkId"/>. Anomalies that already have a case are left alone.</summary>
/// <param name="Grouping">Any of unit, specialty, theme, with commas.</param>
public sealed record PlanCases(string Subject, string BookmarkId, string Grouping, int MaxItems, decimal EstimatedYuan) : Effect;

/// <inheritdoc cref="PlanCases"/>
public sealed class PlanCasesHandler(Ids ids, ThemeNames themes) : EffectHandler<PlanCases>
{
    public const string DraftState = "draft";

    protected override async ValueTask ApplyAsync(PlanCases effect, CommitSession session)
    {
        var subject = SubjectRef.Parse(effect.Subject);
        var task = await TaskRow.FindAsync(session, subject);
        var anomalies = await session.QueryAsync<Anomaly>($"task_id = {subject.Id} and case_id is null and state = {AnomalyStates.InTask}");
        foreach (var plan in CasePlan.Make(anomalies, effect.Grouping.Split(',').ToHashSet(), effect.MaxItems))
        {
            await WriteAsync(task, plan, effect.EstimatedYuan, session);
        }

        var drafts = await session.QueryAsync<AuditCase>($"task_id = {subject.Id} and state = {DraftState} order by id");
        await session.AppendHistoryAsync(effect.Subject, "task.cases-planned", new JsonObject
        {
            ["grouping"] = effect.Grouping,
            ["cases"] = new JsonArray([.. drafts.Select(row => JsonValue.Create(row.Number))]),
        });
        await session.EnqueueAsync(new QueuedStimulus("CasesPlanned", new JsonObject
        {
            ["caseIds"] = new JsonArray([.. drafts.Select(row => JsonValue.Create(row.Id))]),
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
            Title = Title(plan, themes.NameZh(lead.ThemeCode)),
            TaskId = task.Id,
            ThemeCode = lead.ThemeCode,
            ThemeVersion = lead.ThemeVersion,
            Specialty = lead.Specialty,
            Level = lead.Level,
            Urgency = Urgencies.MoreUrgent(task.Urgency, Urgencies.Default(lead.Level, estimatedYuan)),
            OrgNo = plan.OrgNo,
            OrgPath = plan.OrgPath,
            Stage = "task",
            State = DraftState,
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
        ObjKey = anomaly.ObjKey,
        Metric = anomaly.Metric,
        LimitValue = anomaly.LimitValue,
    };

    private static string Title(PlannedCase plan, string themeName)
    {
        var theme = plan.Themes == 1 ? themeName : $"{themeName}等{plan.Themes}个主题";
        return plan.Anomalies.Count == 1 ? $"{theme} {plan.Anomalies[0].ObjKey}" : $"{theme}（{plan.Anomalies.Count}条）";
    }
}
