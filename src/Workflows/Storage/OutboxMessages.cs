using System.Globalization;
using System.Text.Json;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Outbox rows and their texts. New rows are born leased to the host that wrote them: it delivers them at once, nobody else looks before the lease ends.</summary>
internal static class OutboxMessages
{
    public static OutboxRow Stimulus(QueuedStimulus stimulus, CommitServices services, DateTime now) =>
        New(services.Ids.Next().ToString("d16", CultureInfo.InvariantCulture), OutboxKinds.Stimulus, stimulus.InstanceId, JsonSerializer.Serialize(stimulus), services, now);

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

    public static QueuedStimulus ReadStimulus(OutboxRow row) => JsonSerializer.Deserialize<QueuedStimulus>(row.Data)!;
}
