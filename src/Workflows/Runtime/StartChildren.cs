using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Queues the children of one transition. Where there are thousands, the transition writes one row for each hundred, and each of those becomes a hundred rows in
/// a commit of its own. Ids are those of the effects, so a child is started once whatever happens in between.
/// </summary>
internal sealed class StartChildren(CommitServices services) : ChunkedWork
{
    private const string WorkName = "start-children";
    private const int PerRow = 100;

    public override string Name => WorkName;

    public override async ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session)
    {
        foreach (var child in Children(data))
        {
            await session.InsertAsync(Row(child, services, session.Now));
        }

        return null;
    }

    /// <summary>The children that one row of queued work will start; none if it is other work.</summary>
    public static IReadOnlyList<StartChild> QueuedIn(OutboxRow row) => DeepJson.Read<WorkMessage>(row.Data) is { Work: WorkName } message ? Children(message.Data) : [];

    public static async ValueTask QueueAsync(CommitSession session, IReadOnlyList<StartChild> children, CommitServices services)
    {
        if (children.Count <= PerRow)
        {
            foreach (var child in children)
            {
                await session.InsertAsync(Row(child, services, session.Now));
            }

            return;
        }

        foreach (var some in children.Chunk(PerRow))
        {
            await session.EnqueueWorkAsync(WorkName, some[0].InstanceId, new JsonObject { ["children"] = DeepJson.ToNode(some) });
        }
    }

    private static List<StartChild> Children(JsonObject data) => DeepJson.FromNode<List<StartChild>>(data["children"]);

    private static OutboxRow Row(StartChild effect, CommitServices services, DateTime now)
    {
        var message = new ChildMessage(effect.DefinitionId, effect.Version, effect.Input, effect.CorrelationId, effect.InstanceId, effect.WaitBookmarkId) { UntilRest = effect.UntilRest };
        return OutboxMessages.New(effect.Id, OutboxKinds.Child, effect.InstanceId, DeepJson.Write(message), services, now);
    }
}
