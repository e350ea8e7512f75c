using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Forms;

/// <summary>
/// Takes the forms that the product ships into the database: definitions/forms/{key}/v{n}.json, oldest first. An unknown content becomes the next version;
/// where the site has a later version of its own it becomes a request to publish instead. Nothing is ever overwritten.
/// </summary>
public sealed class ImportForms(CommitDoor door)
{
    private const string Actor = "system";

    /// <summary>Returns the number of versions that were new.</summary>
    public async Task<int> FromFolderAsync(string folder, CancellationToken cancellation = default)
    {
        var added = 0;
        foreach (var (_, _, path) in Files(folder))
        {
            added += await OneAsync(JsonNode.Parse(await File.ReadAllTextAsync(path, cancellation))!.AsObject(), cancellation) ? 1 : 0;
        }

        return added;
    }

    /// <summary>False when this content is known already.</summary>
    public Task<bool> OneAsync(JsonObject form, CancellationToken cancellation = default) => door.RunAsync(Actor, async session =>
    {
        var key = form["key"]!.GetValue<string>();
        var versions = await FormDesk.VersionsAsync(session, key);
        var hash = FormText.Hash(form);
        if (versions.Exists(row => row.ContentHash == hash))
        {
            return false;
        }

        var row = FormDesk.NewDraft(key, versions, Actor, session.Now);
        var isNext = form["version"]?.GetValue<int>() == row.FormVersion;
        FormDesk.Fill(row, (JsonObject)form.DeepClone());
        if (isNext)
        {
            await FormDesk.PublishAsync(session, row);
        }
        else
        {
            (row.State, row.RequestedAt) = (FormStates.Review, session.Now);
            await FormDesk.NoteAsync(session, row, "requested");
        }

        await session.InsertAsync(row);
        return true;
    }, cancellation);

    private static IEnumerable<(string Key, int Version, string Path)> Files(string folder) => Directory.EnumerateFiles(folder, "v*.json", SearchOption.AllDirectories)
        .Select(path => (Key: Path.GetFileName(Path.GetDirectoryName(path))!, Version: int.TryParse(Path.GetFileNameWithoutExtension(path)[1..], out var number) ? number : 0, path))
        .Where(file => file.Version > 0).OrderBy(file => file.Key, StringComparer.Ordinal).ThenBy(file => file.Version);
}
