using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Publishing;

/// <summary>Who changed what in a draft: each save that means something is a row of the lifecycle's chain, and a reviewer reads them back beside the differences.</summary>
public static class DraftEdits
{
    public const string Created = "lifecycle.draft-created";
    public const string Edited = "lifecycle.draft-edited";

    /// <summary>Somebody who rearranges a whole lifecycle at once is told as such: what differs is in the versions.</summary>
    private const int MostKeys = 100;

    /// <summary>Ids of what a save changed; empty for a save that only moved boxes.</summary>
    public static JsonArray Keys(string? before, string after) =>
        [.. DefinitionDifference.Between(before is null ? null : (JsonObject)JsonNode.Parse(before)!, (JsonObject)JsonNode.Parse(after)!)
            .Select(each => each.Key).Distinct().Take(MostKeys).Select(key => JsonValue.Create(key))];

    /// <summary>The people who touched each thing of a draft, in the order in which they did.</summary>
    public static async Task<ILookup<string, string>> AuthorsAsync(CaseDbContext db, string definitionId, int version, CancellationToken cancellation)
    {
        var subject = PublicationDesk.Subject(definitionId);
        var rows = await db.Set<HistoryRow>().AsNoTracking().Where(row => row.Subject == subject && (row.Kind == Created || row.Kind == Edited))
            .OrderBy(row => row.Seq).Select(row => new { row.Actor, row.Data }).ToListAsync(cancellation);
        var edits = rows.Select(row => (row.Actor, Data: JsonNode.Parse(row.Data))).Where(row => row.Data?["version"]?.GetValue<int>() == version)
            .SelectMany(row => StudioJson.TextsOf(row.Data!["changes"]).Select(key => (Key: key, row.Actor))).Distinct().ToList();
        var ids = edits.Select(edit => long.TryParse(edit.Actor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().ToList();
        var people = await db.Users.AsNoTracking().Where(user => ids.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync(cancellation);
        var names = people.ToDictionary(user => user.Id.ToString(CultureInfo.InvariantCulture), user => user.DisplayName);
        return edits.Where(edit => names.ContainsKey(edit.Actor)).ToLookup(edit => edit.Key, edit => names[edit.Actor]);
    }
}
