using System.Text.Json.Nodes;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Designer.Definitions;

/// <summary>A stored version as Studio reads it. The links are permissions: without "publish" the editor is read-only.</summary>
/// <param name="IsLatest">No version of this definition has a higher number.</param>
/// <param name="CanEdit">The account holds definition.edit.</param>
public sealed record DefinitionView(DefinitionRow Row, bool IsLatest, bool CanEdit)
{
    private const string ToolVersion = "3.8.2.0";

    /// <summary>Nobody's unpublished text stands on top of the definition: a rollback would overwrite none.</summary>
    public bool CanRevert { get; init; }

    /// <summary>An instance names this draft; lists look, for their menus.</summary>
    public bool HasRun { get; init; }

    public bool IsPublished => Row is { State: DefinitionStates.Published, IsLatestPublished: true };

    public JsonObject Full()
    {
        var model = (JsonObject)JsonNode.Parse(Row.Json)!;
        var full = new JsonObject
        {
            ["id"] = VersionId.Of(Row.DefinitionId, Row.DefinitionVersion),
            ["definitionId"] = Row.DefinitionId,
            ["name"] = Row.Name,
            ["description"] = model["description"]?.DeepClone(),
            ["createdAt"] = StudioJson.Time(Row.CreatedAt),
            ["version"] = Row.DefinitionVersion,
            ["toolVersion"] = ToolVersion,
        };
        var normal = DefinitionModel.Normalise(model, Row.DefinitionId);
        foreach (var (name, value) in normal)
        {
            full.TryAdd(name, value?.DeepClone());
        }

        NodeFields.Unfold(full["root"]);
        full["isReadonly"] = !CanEdit;
        full["isSystem"] = false;
        full["isLatest"] = IsLatest;
        full["isPublished"] = IsPublished;
        full["links"] = Links();
        return full;
    }

    public JsonObject Summary()
    {
        var description = JsonNode.Parse(Row.Json)?["description"];
        return new JsonObject
        {
            ["id"] = VersionId.Of(Row.DefinitionId, Row.DefinitionVersion),
            ["definitionId"] = Row.DefinitionId,
            ["name"] = Row.Name,
            ["description"] = description?.DeepClone(),
            ["version"] = Row.DefinitionVersion,
            ["toolVersion"] = ToolVersion,
            ["isLatest"] = IsLatest,
            ["isPublished"] = IsPublished,
            ["createdAt"] = StudioJson.Time(Row.CreatedAt),
            ["isReadonly"] = !CanEdit,
            ["providerName"] = null,
            ["materializerName"] = "Json",
            ["isMaterializerAvailable"] = true,
            ["links"] = Links(),
        };
    }

    public JsonObject SaveResponse(bool alreadyPublished = false) => new()
    {
        ["workflowDefinition"] = Full(), ["alreadyPublished"] = alreadyPublished, ["consumingWorkflowCount"] = 0, ["validationErrors"] = new JsonArray(),
    };

    private JsonArray Links()
    {
        var self = "/workflow-definitions/" + Row.DefinitionId;
        var links = new JsonArray(StudioJson.Link(self, "self", "GET"), StudioJson.Link(self + "/export", "export", "POST"));
        if (CanEdit)
        {
            links.Add(StudioJson.Link(self + "/execute", "execute", "POST"));
            links.Add(StudioJson.Link(self + "/publish", "publish", "POST"));
            links.Add(StudioJson.Link(self + "/retract", "retract", "POST"));
        }

        if (CanEdit && !HasRun && Row is { State: DefinitionStates.Draft, PublishedAt: null })
        {
            // Only an unused draft can go; the frame hides the menu line where this link is missing.
            links.Add(StudioJson.Link(self, "delete", "DELETE"));
        }

        if (CanEdit && CanRevert)
        {
            links.Add(StudioJson.Link($"{self}/revert/{Row.DefinitionVersion}", "revert", "POST"));
        }

        return links;
    }
}
