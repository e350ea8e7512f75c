using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Writes everything one transition asks for, the instance row apart. The only place that does.</summary>
internal sealed class TransitionWriter
{
    private readonly Dictionary<Type, IEffectHandler> handlers = [];
    private readonly TransitionHook[] hooks;
    private readonly CommitServices services;

    public TransitionWriter(IEnumerable<IEffectHandler> handlers, IEnumerable<TransitionHook> hooks, CommitServices services)
    {
        this.services = services;
        foreach (var handler in handlers)
        {
            if (!this.handlers.TryAdd(handler.EffectType, handler))
            {
                throw new InvalidOperationException($"Two handlers for {handler.EffectType.Name}: {this.handlers[handler.EffectType].GetType().Name} and {handler.GetType().Name}.");
            }
        }

        this.hooks = [.. hooks];
    }

    public async ValueTask WriteAsync(CommitSession session, Decision decision)
    {
        await BurnAsync(session, decision);
        if (decision.Row.CorrelationId != decision.Before.Row.CorrelationId)
        {
            await session.ExecuteAsync($"update bookmark set correlation_id = {decision.Row.CorrelationId} where instance_id = {decision.Row.Id}");
        }

        await OpenAsync(session, decision);
        await IncidentsAsync(session, decision);
        await session.AppendHistoryAsync(decision.Subject, "workflow.transition", TransitionHistory.Of(decision));
        await StartChildren.QueueAsync(session, [.. decision.Transition.Effects.OfType<StartChild>()], services);
        foreach (var effect in decision.Transition.Effects.Where(effect => effect is not StartChild))
        {
            var handler = handlers.GetValueOrDefault(effect.GetType()) ?? throw new InvalidOperationException($"No handler for the effect {effect.GetType().Name}.");
            await handler.ApplyAsync(effect, session);
        }

        foreach (var hook in hooks)
        {
            await hook.AppliedAsync(decision.Row, decision.Transition, session);
        }

        if (decision.HasJustFinished)
        {
            await FanIn.CountAsync(session, decision, services.Ids);
        }

        if (decision.HasEndedForGood)
        {
            await DeadLetters.BuryAllOfAsync(session, decision.Row);
        }

        if (decision.LetsGo)
        {
            await Suspension.ReleaseAsync(session, decision.Row.Id, services);
        }

        session.Announce(decision.Subject);
    }

    private static async ValueTask BurnAsync(CommitSession session, Decision decision)
    {
        foreach (var id in decision.Transition.BurntBookmarkIds)
        {
            var bookmark = decision.Before.State.Bookmarks.FirstOrDefault(open => open.Id == id);
            if (bookmark is null)
            {
                // Opened and burnt by this same transition: there is no row.
                continue;
            }

            await session.ExpectAsync($"delete from bookmark where instance_id = {decision.Row.Id} and bookmark_id = {id}");
            if (bookmark.DueAt is not null)
            {
                await session.ExpectAsync($"delete from timer where instance_id = {decision.Row.Id} and bookmark_id = {id}");
            }

            if (bookmark.Children > 0 && !IsContinued(decision, bookmark))
            {
                await FanIn.ForgetAsync(session, bookmark);
            }
        }
    }

    private static bool IsContinued(Decision decision, Bookmark bookmark) =>
        bookmark.EachOf is { } each && decision.Transition.Opened.Any(next => next.EachOf == each && !decision.Transition.BurntBookmarkIds.Contains(next.Id));

    private static async ValueTask OpenAsync(CommitSession session, Decision decision)
    {
        foreach (var bookmark in decision.Transition.Opened)
        {
            if (decision.Transition.BurntBookmarkIds.Contains(bookmark.Id))
            {
                continue;
            }

            await session.InsertAsync(new BookmarkRow
            {
                InstanceId = decision.Row.Id,
                BookmarkId = bookmark.Id,
                Name = bookmark.Name,
                StimulusKey = bookmark.Key,
                CorrelationId = decision.Row.CorrelationId,
                ActivityId = bookmark.ActivityId,
                CreatedAt = session.Now,
            });
            if (bookmark.DueAt is { } due)
            {
                await session.InsertAsync(new TimerRow { InstanceId = decision.Row.Id, BookmarkId = bookmark.Id, DueAt = due });
            }

            if (bookmark.Children > 0)
            {
                await FanIn.OpenAsync(session, decision.Row.Id, bookmark);
            }

            if (bookmark.Key is { } key)
            {
                await Signals.TakeParkedAsync(session, decision.Row, bookmark, key);
            }
        }
    }

    private static async ValueTask IncidentsAsync(CommitSession session, Decision decision)
    {
        foreach (var closed in decision.Transition.ClosedIncidents)
        {
            await session.ExecuteAsync($"delete from incident where instance_id = {decision.Row.Id} and activity_instance_id = {closed}");
        }

        foreach (var incident in decision.Transition.Incidents)
        {
            await session.InsertAsync(new IncidentRow
            {
                InstanceId = decision.Row.Id,
                ActivityInstanceId = incident.ActivityInstanceId,
                ActivityId = incident.ActivityId,
                DefinitionId = decision.Row.DefinitionId,
                Code = incident.Code,
                Reason = incident.Told,
                OccurredAt = session.Now,
            });
        }
    }
}
