using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Instances;

/// <summary>Reads the story of one instance: its version's text and the transitions in the chain of its subject.</summary>
public static class StoryReader
{
    public static async Task<InstanceStory> ReadAsync(CaseDbContext db, InstanceRow row, CancellationToken cancellationToken)
    {
        var definition = await db.Set<DefinitionRow>().AsNoTracking()
            .Where(each => each.DefinitionId == row.DefinitionId && each.DefinitionVersion == row.DefinitionVersion).Select(each => each.Json)
            .SingleOrDefaultAsync(cancellationToken);
        var subject = row.CorrelationId ?? "workflow/" + row.Id;
        var history = await db.Set<HistoryRow>().AsNoTracking().Where(each => each.Subject == subject && each.Kind == "workflow.transition")
            .OrderBy(each => each.Seq).Select(each => new { each.RecordedAt, each.Data }).ToListAsync(cancellationToken);
        var transitions = history.Select(each => (each.RecordedAt, Data: (JsonObject)JsonNode.Parse(each.Data)!))
            .Where(each => (string?)each.Data["instance"] == row.Id);
        return new InstanceStory(row.Id, definition is null ? [] : (JsonObject)JsonNode.Parse(definition)!, transitions);
    }
}
