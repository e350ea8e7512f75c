using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>A child to start, as its outbox row carries it.</summary>
internal sealed record ChildMessage(string DefinitionId, int? Version, JsonObject Input, string? CorrelationId, string? ParentInstanceId, string? FanInId)
{
    /// <summary>The node that the token starts from, where an event starts the instance.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The parent goes on as soon as the child rests.</summary>
    public bool UntilRest { get; init; }

    /// <summary>Who starts it; the engine itself if nobody is named.</summary>
    public string? Actor { get; init; }

    /// <summary>That event: parked if the definition's activation strategy refuses the start.</summary>
    public QueuedStimulus? StartedBy { get; init; }
}

/// <summary>Delivers or parks a published stimulus in the transaction that publishes it.</summary>
internal sealed class PublishStimulusHandler(CommitServices services) : EffectHandler<PublishStimulus>
{
    protected override async ValueTask ApplyAsync(PublishStimulus effect, CommitSession session) =>
        await Signals.DeliverAsync(session, new QueuedStimulus(effect.Name, effect.Payload)
        {
            Key = effect.Key,
            CorrelationId = effect.CorrelationId,
            InstanceId = effect.LocalInstanceId,
        }, services);
}

/// <summary>Queues a request; the sender answers the bookmark when it is done.</summary>
internal sealed class SendHttpRequestHandler(CommitServices services) : EffectHandler<SendHttpRequest>
{
    protected override ValueTask ApplyAsync(SendHttpRequest effect, CommitSession session) =>
        session.InsertAsync(OutboxMessages.New(effect.Id, OutboxKinds.Send, effect.InstanceId, DeepJson.Write(effect), services, session.Now));
}
