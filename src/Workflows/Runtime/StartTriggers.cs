using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Rows by which published definitions start by themselves. They follow the published version in the commit that publishes or retracts it; a clock that goes on
/// unchanged keeps its next instant, so publishing does not put it off.
/// </summary>
internal static class StartTriggers
{
    /// <summary>Replaces the rows of a definition by those of its version that is published now.</summary>
    public static async ValueTask ArmAsync(CommitSession session, CompiledDefinition definition, TimeZoneInfo zone)
    {
        var before = await session.QueryAsync<StartTriggerRow>($"definition_id = {definition.DefinitionId} order by activity_id");
        await DisarmAsync(session, definition.DefinitionId);
        foreach (var node in definition.Triggers)
        {
            var row = Read(definition, node, session.Now, zone);
            if (before.Find(each => each.ActivityId == row.ActivityId && each.Name == row.Name && each.Schedule == row.Schedule) is { Dead: false } same)
            {
                (row.DueAt, row.Fired, row.LastFiredAt) = (same.DueAt, same.Fired, same.LastFiredAt);
            }

            await session.InsertAsync(row);
        }
    }

    /// <summary>The definition has no published version any more.</summary>
    public static async ValueTask DisarmAsync(CommitSession session, string definitionId) =>
        await session.ExecuteAsync($"delete from start_trigger where definition_id = {definitionId}");

    /// <summary>Queues one start for each published definition that this event starts. An event for one instance starts none.</summary>
    public static async ValueTask<int> StartAsync(CommitSession session, QueuedStimulus stimulus, CommitServices services)
    {
        if (stimulus is not { InstanceId: null, Key: { } key })
        {
            return 0;
        }

        var rows = await session.QueryAsync<StartTriggerRow>($"stimulus_key = {key} and name = {stimulus.Name} and dead = {false} order by definition_id, activity_id");
        foreach (var row in rows)
        {
            var message = new ChildMessage(row.DefinitionId, row.DefinitionVersion, InputOf(stimulus), stimulus.CorrelationId, null, null) { TriggerActivityId = row.ActivityId, StartedBy = stimulus };
            var id = services.Ids.Next().ToString("x14", CultureInfo.InvariantCulture);
            await session.InsertAsync(OutboxMessages.New(id, OutboxKinds.Child, null, DeepJson.Write(message), services, session.Now));
            await session.ExecuteAsync($"update start_trigger set fired = fired + 1, last_fired_at = {session.Now} where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId}");
        }

        return rows.Count;
    }

    /// <summary>The instant after this firing. Those that were missed count as this one; an interval keeps its beat. Null if there is none.</summary>
    public static DateTime? Next(StartTriggerRow row, DateTime now, TimeZoneInfo zone) => row.Name switch
    {
        "Elsa.Cron" => CronSchedule.TryParse(row.Schedule)?.Next(now, zone),
        "Elsa.Timer" when Delay.Span(row.Schedule) is { Ticks: > 0 } interval =>
            row.DueAt is { } due && due <= now ? due + interval * (1 + (now - due).Ticks / interval.Ticks) : now + interval,
        _ => null,
    };

    /// <summary>Moves the clock on, if nobody else has; part of the commit that starts the instance.</summary>
    public static ValueTask MoveAsync(CommitSession session, StartTriggerRow row, DateTime? next, string? note) => session.ExpectAsync($"""
        update start_trigger set due_at = {next}, fired = fired + 1, last_fired_at = {session.Now}, owner = null, lease_until = null, attempts = {0}, last_error = {note}
        where definition_id = {row.DefinitionId} and activity_id = {row.ActivityId} and owner = {row.Owner} and fired = {row.Fired}
        """);

    private static JsonObject InputOf(QueuedStimulus stimulus) => new() { ["EventName"] = stimulus.Key, ["Payload"] = stimulus.Payload?.DeepClone() };

    private static StartTriggerRow Read(CompiledDefinition definition, CompiledNode node, DateTime now, TimeZoneInfo zone)
    {
        var row = new StartTriggerRow { DefinitionId = definition.DefinitionId, DefinitionVersion = definition.Version, ActivityId = node.Id, Name = node.Type };
        try
        {
            Fill(row, Inputs(definition, node, now, zone), now, zone);
        }
        catch (Exception problem) when (problem is InputException or FormatException)
        {
            (row.Dead, row.LastError) = (true, problem.Message);
        }

        return row;
    }

    private static void Fill(StartTriggerRow row, ActivationContext node, DateTime now, TimeZoneInfo zone)
    {
        if (row.Name == Event.Stimulus)
        {
            row.StimulusKey = node.Text("EventName") is { Length: > 0 } name ? name : throw new FormatException("The event has no name.");
            return;
        }

        (row.Schedule, row.DueAt) = row.Name switch
        {
            "Elsa.StartAt" when StartAt.Instant(node.Text("DateTime"), zone) is { } instant => (instant.ToString("O", CultureInfo.InvariantCulture), instant > now ? instant : (DateTime?)null),
            "Elsa.Timer" when Delay.Span(node.Text("Interval")) is { Ticks: > 0 } interval => (interval.ToString("c", CultureInfo.InvariantCulture), now + interval),
            "Elsa.Cron" when node.Text("CronExpression") is { } text && CronSchedule.TryParse(text)?.Next(now, zone) is { } next => (text, next),
            _ => throw new FormatException("The schedule is missing or cannot be read."),
        };
    }

    // A trigger has no instance yet: its inputs see the variables' default values and nothing else.
    private static ActivationContext Inputs(CompiledDefinition definition, CompiledNode node, DateTime now, TimeZoneInfo zone)
    {
        var advancement = new Advancement(definition, InstanceState.New("", definition), new AdvanceSettings(now, 0, zone));
        var workflow = new ActivityInstance(1, 0, 0) { Variables = VariableScopes.Initial(definition.Nodes[0], null) };
        return new ActivationContext(advancement).For(new ActivityInstance(2, 1, node.Index) { Owner = workflow }, node);
    }
}
