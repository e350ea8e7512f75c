using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.History;

/// <summary>Erases the personal values of one subject by order. The erasure is itself an entry of the chain, and the chain stays whole.</summary>
public static class ErasePersonal
{
    /// <summary>Returns how many values were erased.</summary>
    public static Task<int> RunAsync(CommitDoor door, string actor, string subject, string order, CancellationToken cancellationToken = default) =>
        door.RunAsync(actor, async session =>
        {
            var count = await session.ExecuteAsync($"update history_personal set content = null, salt = null where subject = {subject} and content is not null");
            await session.AppendHistoryAsync(subject, "personal.erased", new JsonObject { ["order"] = order, ["values"] = count });
            return count;
        }, cancellationToken);
}
