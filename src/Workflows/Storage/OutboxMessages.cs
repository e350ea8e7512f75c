using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Outbox rows and their texts. New rows are born leased to the host that wrote them: it delivers them at once, nobody else looks before the lease ends.</summary>
internal static class OutboxMessages
{
    public static OutboxRow Stimulus(QueuedStimulus stimulus, CommitServices services, DateTime now) =>
        New(services.Ids.Next().ToString("d16", CultureInfo.InvariantCulture), OutboxKinds.Stimulus, stimulus.InstanceId, DeepJson.Write(stimulus), services, now);

    public static OutboxRow Work(string work, string? instanceId, JsonObject data, string actor, CommitServices services, DateTime now) => New(
        services.Ids.Next().ToString("d16", CultureInfo.InvariantCulture), OutboxKinds.Work, instanceId, DeepJson.Write(new WorkMessage(work, actor, data)), services, now);

    public static OutboxRow New(string id, string kind, string? instanceId, string data, CommitServices services, DateTime now) => new()
    {
        Id = id,
        Kind = kind,
        InstanceId = instanceId,
        Data = data,
        DueAt = now,
        Owner = services.Host.Name,
        LeaseUntil = now + services.Lease,
    };

    public static QueuedStimulus ReadStimulus(OutboxRow row) => DeepJson.Read<QueuedStimulus>(row.Data);
}

/// <summary>Long work as its outbox row carries it: who does it, for whom, and where it stands.</summary>
internal sealed record WorkMessage(string Work, string Actor, JsonObject Data);
