using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>The rows of definition versions: numbering and publishing, inside a commit.</summary>
internal static class DefinitionVersions
{
    /// <summary>A draft row with the next number. The number in the JSON follows: the two never differ.</summary>
    public static DefinitionRow NewVersion(WorkflowDefinition definition, string hash, List<DefinitionRow> existing, CommitSession session)
    {
        var number = existing.Count == 0 ? 1 : existing[^1].DefinitionVersion + 1;
        if (definition.Version != number)
        {
            var json = (JsonObject)definition.Json.DeepClone();
            json["version"] = number;
            definition = new WorkflowDefinition(json);
        }

        return new DefinitionRow
        {
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = number,
            ContentHash = hash,
            Name = definition.Name ?? definition.DefinitionId,
            Json = DefinitionJson.Write(definition),
            CreatedBy = session.Actor,
            CreatedAt = session.Now,
        };
    }

    public static async ValueTask PublishAsync(CommitSession session, DefinitionRow row, List<DefinitionRow> versions)
    {
        foreach (var before in versions.Where(each => each.IsLatestPublished && each != row))
        {
            before.IsLatestPublished = false;
            await session.UpdateAsync(before);
        }

        row.State = DefinitionStates.Published;
        row.IsLatestPublished = true;
        row.PublishedAt = session.Now;
        await session.UpdateAsync(row);
        await session.AppendHistoryAsync("lifecycle/" + row.DefinitionId, "definition.published", new JsonObject { ["version"] = row.DefinitionVersion, ["hash"] = row.ContentHash });
        session.Announce("definitions");
    }
}
