using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Fields;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Definitions;

/// <summary>GET /{definitionId}/export: one version as a file that Elsa takes too; the bulk form is a zip of them.</summary>
public static class ExportDefinition
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(RouteGroupBuilder api)
    {
        var reads = api.MapGroup("").RequireAuthorization(Permissions.Policy(Permissions.DefinitionRead));
        reads.MapGet("/workflow-definitions/{definitionId}/export", OneAsync).WithName("elsa.definition.export");
        reads.MapPost("/bulk-actions/export/workflow-definitions", ManyAsync).WithName("elsa.definitions.export");
    }

    private static async Task<IResult> OneAsync(string definitionId, string? versionOptions, CaseDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).Named(versionOptions ?? "Latest")
            .OrderByDescending(row => row.DefinitionVersion).FirstOrDefaultAsync(cancellationToken);
        return row is null ? Results.NotFound() : Results.File(FileOf(row), "application/json", NameOf(row));
    }

    private static async Task<IResult> ManyAsync(HttpContext context, CaseDbContext db)
    {
        var ids = StudioJson.TextsOf((await StudioJson.ReadBodyAsync(context.Request))["ids"]).Select(VersionId.Parse).OfType<(string Id, int Version)>().ToList();
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (id, version) in ids)
            {
                if (await db.Set<DefinitionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionId == id && row.DefinitionVersion == version) is { } row)
                {
                    await using var entry = await zip.CreateEntry(NameOf(row)).OpenAsync();
                    await entry.WriteAsync(FileOf(row));
                }
            }
        }

        return Results.File(buffer.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    private static byte[] FileOf(DefinitionRow row)
    {
        var file = new JsonObject { ["$schema"] = Schema };
        foreach (var (name, value) in new DefinitionView(row, row.State == DefinitionStates.Draft, CanEdit: true).Full().Where(property => property.Key != "links"))
        {
            file[name] = value?.DeepClone();
        }

        // The fields of the panel are no part of what is stored.
        NodeFields.Fold(file["root"]);
        return Encoding.UTF8.GetBytes(file.ToJsonString(Readable) + "\n");
    }

    private static string NameOf(DefinitionRow row) => VersionId.Of(row.DefinitionId, row.DefinitionVersion) + ".json";
}
