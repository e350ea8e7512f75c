using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>Starts instances as a consequence of a commit: the row lands with it, the instance starts after it, once, also if the host dies in between.</summary>
public sealed class QueuedStarts(CommitServices services)
{
    /// <summary>Queues the start of an instance of the published version; the history names <paramref name="session"/>'s actor.</summary>
    public ValueTask AddAsync(CommitSession session, string definitionId, JsonObject input, string? correlationId)
    {
        var message = new ChildMessage(definitionId, null, input, correlationId, null, null) { Actor = session.Actor };
        var id = services.Ids.Next().ToString("x14", CultureInfo.InvariantCulture);
        return session.InsertAsync(OutboxMessages.New(id, OutboxKinds.Child, null, JsonSerializer.Serialize(message), services, session.Now));
    }
}
