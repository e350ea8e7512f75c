using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using CaseMgmt.Cases.Data;
using CaseMgmt.Designer.Definitions;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>
/// All descriptors of one language as ready bytes: Studio asks again after every save. Besides the catalogue, with the published forms as choices, there is one for every type and version that any
/// stored definition names. Which ones a version names is read once, as long as its content stays; so the cost does not grow with the number of versions.
/// </summary>
public sealed class DescriptorSet(ActivityCatalog catalog, FormChoices forms, IDbContextFactory<CaseDbContext> contexts)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly ConcurrentDictionary<(string Id, int Version, int Revision), HashSet<(string Type, int Version)>> usedBy = new();
    private readonly ConcurrentDictionary<(string Language, string Unknown, string Forms), DescriptorAnswer> answers = new();

    public async Task<DescriptorAnswer> InAsync(string language, CancellationToken cancellationToken)
    {
        var unknown = (await UsedAsync(cancellationToken)).Where(each => !IsKnown(each)).Order().ToList();
        var choices = await forms.ReadAsync(cancellationToken);
        return answers.GetOrAdd((language, string.Join('\n', unknown), choices.Stamp), _ => DescriptorAnswer.Of(Write(language, unknown, choices)));
    }

    private bool IsKnown((string Type, int Version) used) =>
        used.Type == "Elsa.Workflow" || catalog.Find(used.Type)?.Descriptor.Version == used.Version;

    private async Task<HashSet<(string Type, int Version)>> UsedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await db.Set<DefinitionRow>().AsNoTracking().Select(row => new { row.DefinitionId, row.DefinitionVersion, row.Version }).ToListAsync(cancellationToken);
        var used = new HashSet<(string, int)>();
        foreach (var key in keys)
        {
            var id = (key.DefinitionId, key.DefinitionVersion, key.Version);
            if (!usedBy.TryGetValue(id, out var types))
            {
                types = usedBy[id] = await ReadAsync(db, key.DefinitionId, key.DefinitionVersion, cancellationToken);
            }

            used.UnionWith(types);
        }

        return used;
    }

    private static async Task<HashSet<(string Type, int Version)>> ReadAsync(CaseDbContext db, string definitionId, int version, CancellationToken cancellationToken)
    {
        var json = await db.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId && row.DefinitionVersion == version)
            .Select(row => row.Json).SingleOrDefaultAsync(cancellationToken);
        return json is null ? [] : [.. ActivityTree.All(JsonNode.Parse(json)?["root"]).Select(node => (ActivityTree.TypeOf(node), ActivityTree.VersionOf(node)))];
    }

    private byte[] Write(string language, List<(string Type, int Version)> unknown, PublishedForms choices) => JsonSerializer.SerializeToUtf8Bytes(
        StudioJson.ListOf([
            ActivityJson.Workflow(language),
            .. catalog.All.Where(activity => activity.Descriptor.TypeName != "Elsa.Workflow").Select(activity => ActivityJson.Of(choices.Panel(activity.Descriptor), language)),
            .. unknown.Select(each => ActivityJson.Placeholder(each.Type, each.Version, language))]),
        Options);
}

/// <summary>The same text twice: 200 KB plain, a tenth of it compressed. Studio reads it again after every save.</summary>
public sealed record DescriptorAnswer(byte[] Plain, byte[] Gzip)
{
    public static DescriptorAnswer Of(byte[] plain)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            gzip.Write(plain);
        }

        return new(plain, buffer.ToArray());
    }
}
