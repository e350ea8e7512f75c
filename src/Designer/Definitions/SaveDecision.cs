using System.Text.Json.Nodes;
using CaseMgmt.Cases.Publishing;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Definitions;

/// <summary>One save as it came in.</summary>
/// <param name="Revision">What the tab last saw, or null.</param>
public sealed record SaveCommand(string DefinitionId, JsonObject Model, string Tab, string? Revision, string BodyHash)
{
    public string Name => Protocol.StudioJson.TextOf(Model["name"]) is { Length: > 0 } name ? name : DefinitionId;
}

/// <summary>What to do with a save, decided without touching anything.</summary>
public enum SaveVerdict { Create, Overwrite, NewVersion, Unchanged, Conflict, DropsEverything }

/// <summary>
/// The protocol of Studio has no version check of its own: last writer wins. So the tab sends back the revision it was last answered, and only a save that
/// builds on the stored text is taken. A lost answer makes Studio send the same body again; that is a repeat, not a conflict.
/// </summary>
public static class SaveDecision
{
    private const int WorthProtecting = 3;

    public static SaveVerdict Decide(DefinitionRow? latest, DraftSave? last, SaveCommand save)
    {
        if (latest is null)
        {
            return SaveVerdict.Create;
        }

        if (save.Revision != DraftRevision.Of(latest))
        {
            return last is not null && last.Tab == save.Tab && last.BodyHash == save.BodyHash ? SaveVerdict.Unchanged : SaveVerdict.Conflict;
        }

        var stored = (JsonObject)JsonNode.Parse(latest.Json)!;
        if (DefinitionModel.IsSame(stored, save.Model))
        {
            return SaveVerdict.Unchanged;
        }

        return DropsEverything(stored, save.Model) ? SaveVerdict.DropsEverything
            : latest.State == DefinitionStates.Draft ? SaveVerdict.Overwrite : SaveVerdict.NewVersion;
    }

    // A canvas that failed to load is empty without an error, and the next edit saves that emptiness.
    private static bool DropsEverything(JsonObject stored, JsonObject posted)
    {
        var before = IdsOf(stored);
        return before.Count >= WorthProtecting && !before.Overlaps(IdsOf(posted));
    }

    private static HashSet<string> IdsOf(JsonObject model) => [.. ActivityTree.All(model["root"]).Skip(1).Select(ActivityTree.IdOf)];
}
