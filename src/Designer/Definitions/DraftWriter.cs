using System.Text.Json.Nodes;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Designer.Publishing;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Definitions;

/// <summary>Writes drafts inside a commit. Versions that were published, or retracted after it, are never touched: an edit of one is a new row.</summary>
public static class DraftWriter
{
    public static async ValueTask<DefinitionRow> SaveAsync(CommitSession session, SaveCommand save)
    {
        await session.LockAsync(PublicationDesk.Subject(save.DefinitionId));
        var latest = await LatestAsync(session, save.DefinitionId);
        var last = await session.FindAsync<DraftSave>(save.DefinitionId);
        var verdict = SaveDecision.Decide(latest, last, save);
        var row = verdict switch
        {
            SaveVerdict.Create => await InsertAsync(session, save, null),
            SaveVerdict.NewVersion => await InsertAsync(session, save, latest),
            SaveVerdict.Overwrite => await OverwriteAsync(session, save, latest!),
            SaveVerdict.Unchanged => latest!,
            SaveVerdict.DropsEverything => throw new StudioRefusal("save-drops-everything"),
            _ => throw new StudioRefusal("save-conflict") { IsConflict = true },
        };
        if (verdict != SaveVerdict.Unchanged)
        {
            await RememberAsync(session, save, last);
        }

        return row;
    }

    /// <summary>Puts a text on top of a definition as its draft, whatever was there: import and rollback, which a person asked for by name.</summary>
    public static async ValueTask<DefinitionRow> ReplaceAsync(CommitSession session, SaveCommand save)
    {
        await session.LockAsync(PublicationDesk.Subject(save.DefinitionId));
        var latest = await LatestAsync(session, save.DefinitionId);
        // A save that is sent again after this is no repeat any more: answering it would tell its tab that a text stands which does not.
        await session.ExecuteAsync($"delete from draft_save where definition_id = {save.DefinitionId}");
        return latest is { State: DefinitionStates.Draft }
            ? await OverwriteAsync(session, save, latest)
            : await InsertAsync(session, save, latest);
    }

    public static async ValueTask<DefinitionRow?> LatestAsync(CommitSession session, string definitionId) =>
        (await session.TopAsync<DefinitionRow>(1, $"definition_id = {definitionId} order by definition_version desc")).FirstOrDefault();

    private static async ValueTask<DefinitionRow> InsertAsync(CommitSession session, SaveCommand save, DefinitionRow? before)
    {
        var version = (before?.DefinitionVersion ?? 0) + 1;
        var row = new DefinitionRow
        {
            DefinitionId = save.DefinitionId, DefinitionVersion = version, State = DefinitionStates.Draft, CreatedBy = session.Actor, CreatedAt = session.Now,
        };
        Fill(row, save);
        await session.InsertAsync(row);
        await session.AppendHistoryAsync(PublicationDesk.Subject(save.DefinitionId), DraftEdits.Created,
            new JsonObject { ["version"] = version, ["name"] = row.Name, ["contentHash"] = row.ContentHash, ["changes"] = DraftEdits.Keys(before?.Json, row.Json) });
        return row;
    }

    private static async ValueTask<DefinitionRow> OverwriteAsync(CommitSession session, SaveCommand save, DefinitionRow row)
    {
        var before = row.Json;
        Fill(row, save);
        await session.UpdateAsync(row);
        if (DraftEdits.Keys(before, row.Json) is { Count: > 0 } changes)
        {
            await session.AppendHistoryAsync(PublicationDesk.Subject(row.DefinitionId), DraftEdits.Edited,
                new JsonObject { ["version"] = row.DefinitionVersion, ["contentHash"] = row.ContentHash, ["changes"] = changes });
        }

        await PublicationDesk.VoidAsync(session, row);
        return row;
    }

    private static void Fill(DefinitionRow row, SaveCommand save)
    {
        var model = DefinitionModel.Normalise(save.Model, save.DefinitionId);
        model["id"] = VersionId.Of(save.DefinitionId, row.DefinitionVersion);
        model["version"] = row.DefinitionVersion;
        var definition = DefinitionJson.Read(model);
        (row.Json, row.ContentHash, row.Name) = (DefinitionJson.Write(definition), ContentHash.Of(definition), save.Name);
    }

    private static async ValueTask RememberAsync(CommitSession session, SaveCommand save, DraftSave? last)
    {
        var next = last ?? new DraftSave { DefinitionId = save.DefinitionId };
        (next.Tab, next.BodyHash, next.SavedAt) = (save.Tab, save.BodyHash, session.Now);
        await (last is null ? session.InsertAsync(next) : session.UpdateAsync(next));
    }
}
