using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Notifications;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Inbox;

/// <summary>The question was answered: the inbox row closes with the answer, its deadlines fall away and the history gets the decision.</summary>
/// <param name="By">Account id of who answered.</param>
public sealed record CloseWorkItem(string Subject, string BookmarkId, string Outcome, string? Comment, string AnswersJson, long By) : Effect;

/// <inheritdoc cref="CloseWorkItem"/>
public sealed class CloseWorkItemHandler : EffectHandler<CloseWorkItem>
{
    protected override async ValueTask ApplyAsync(CloseWorkItem effect, CommitSession session)
    {
        var item = (await session.QueryAsync<WorkItem>($"bookmark_id = {effect.BookmarkId} and state = 'open'")).SingleOrDefault()
            ?? throw new StaleWriteException($"No open work item waits on bookmark {effect.BookmarkId}.");
        (item.State, item.Outcome, item.AnswersJson) = (WorkItemStates.Completed, effect.Outcome, effect.AnswersJson);
        (item.Comment, item.CompletedBy, item.CompletedAt) = (effect.Comment, effect.By, session.Now);
        await session.UpdateAsync(item);
        await session.ExecuteAsync($"update deadline set state = 'cancelled', version = version + 1 where work_item_id = {item.Id} and state in ('pending', 'stopped')");
        await session.AppendHistoryAsync(effect.Subject, "work-item.completed", Entry(item), new Dictionary<string, string> { ["answers"] = effect.AnswersJson });
        if (SubjectRef.Parse(effect.Subject) is { IsCase: true } subject)
        {
            var others = (await session.QueryAsync<WorkItem>($"subject = {effect.Subject} and state = 'open'")).FindAll(other => other.StoppedAt is null);
            await CaseRow.ChangeAsync(session, subject, row => (row.DueAt, row.Overdue) = (others.Min(other => other.DueAt), others.Exists(other => other.DueAt < session.Now)));
        }

        session.Announce(Topics.ToOrg(item.OrgPath, Topics.Inbox));
    }

    private static JsonObject Entry(WorkItem item) => new()
    {
        ["workItem"] = item.Id,
        ["node"] = item.ActivityId,
        ["title"] = item.Title,
        ["titleEn"] = StepNames.Of(item, "en"),
        ["form"] = $"{item.FormKey}/v{item.FormVersion}",
        ["outcome"] = item.Outcome,
        ["outcomeEn"] = StepNames.OutcomeOf(item, "en"),
        ["comment"] = item.Comment,
        ["late"] = item.CompletedAt > item.DueAt,
    };
}
