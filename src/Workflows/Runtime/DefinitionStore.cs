using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// The definitions of this database. Versions are immutable once published, so a compiled one is kept for good; only which version is the published
/// one may change under us, and that is asked again after a second where other hosts may publish.
/// </summary>
public sealed class DefinitionStore(ContextSource contexts, CommitDoor door, ActivityCatalog catalog, TimeProvider time, RuntimeOptions options)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<(string Id, int Version), CompiledDefinition> compiled = new();
    private readonly ConcurrentDictionary<string, (int? Version, DateTimeOffset AskedAt)> published = new(StringComparer.Ordinal);

    /// <summary>The version that new instances take, or null if none is published.</summary>
    public async ValueTask<CompiledDefinition?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        if (!published.TryGetValue(definitionId, out var known) || now - known.AskedAt > Trust)
        {
            await using var context = contexts.Create();
            var version = await context.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId && row.IsLatestPublished)
                .Select(row => (int?)row.DefinitionVersion).SingleOrDefaultAsync(cancellationToken);
            published[definitionId] = known = (version, now);
        }

        return known.Version is { } latest ? await FindAsync(definitionId, latest, cancellationToken) : null;
    }

    /// <summary>One version, compiled; null if there is none. Drafts are compiled each time, because they change.</summary>
    public async ValueTask<CompiledDefinition?> FindAsync(string definitionId, int version, CancellationToken cancellationToken = default)
    {
        if (TryGet(definitionId, version) is { } known)
        {
            return known;
        }

        await using var context = contexts.Create();
        var row = await context.Set<DefinitionRow>().AsNoTracking()
            .SingleOrDefaultAsync(each => each.DefinitionId == definitionId && each.DefinitionVersion == version, cancellationToken);
        return row is null ? null : Compile(row);
    }

    /// <summary>A file that the product ships: an unknown content hash becomes the next version, a known one changes nothing. Returns the version.</summary>
    public async Task<ImportedDefinition> ImportAsync(string json, string actor, bool publish, CancellationToken cancellationToken = default)
    {
        var definition = DefinitionJson.Read(json);
        var hash = ContentHash.Of(definition);
        return await door.RunAsync(actor, async session =>
        {
            var versions = await session.QueryAsync<DefinitionRow>($"definition_id = {definition.DefinitionId} order by definition_version");
            if (versions.Find(row => row.ContentHash == hash && row.State != DefinitionStates.Draft) is { } same)
            {
                return new ImportedDefinition(definition.DefinitionId, same.DefinitionVersion, IsNew: false);
            }

            var row = DefinitionVersions.NewVersion(definition, hash, versions, session);
            await session.InsertAsync(row);
            if (publish)
            {
                await DefinitionVersions.PublishAsync(session, row, versions);
                await StartTriggers.ArmAsync(session, Compile(row), options.Zone);
                session.AfterCommit(() => published.TryRemove(row.DefinitionId, out _));
            }

            return new ImportedDefinition(row.DefinitionId, row.DefinitionVersion, IsNew: true);
        }, cancellationToken);
    }

    /// <summary>Publishes a draft: from now on immutable, and what new instances take. Running ones keep theirs.</summary>
    public Task PublishAsync(string definitionId, int version, string actor, CancellationToken cancellationToken = default) =>
        door.RunAsync(actor, session => PublishAsync(session, definitionId, version), cancellationToken);

    /// <summary>As above, inside a commit of the caller.</summary>
    public async ValueTask PublishAsync(CommitSession session, string definitionId, int version)
    {
        var versions = await session.QueryAsync<DefinitionRow>($"definition_id = {definitionId} order by definition_version");
        var row = versions.Find(each => each.DefinitionVersion == version) ?? throw new KeyNotFoundException($"{definitionId} has no version {version}.");
        await DefinitionVersions.PublishAsync(session, row, versions);
        await StartTriggers.ArmAsync(session, Compile(row), options.Zone);
        session.AfterCommit(() => Forget(definitionId));
    }

    /// <summary>Takes the published version back: no new instance starts until another is published. The row stays, and running instances stay on it.</summary>
    public async ValueTask RetractAsync(CommitSession session, string definitionId, int version)
    {
        var row = await session.FindAsync<DefinitionRow>(definitionId, version) ?? throw new KeyNotFoundException($"{definitionId} has no version {version}.");
        (row.State, row.IsLatestPublished) = (DefinitionStates.Retracted, false);
        await session.UpdateAsync(row);
        await StartTriggers.DisarmAsync(session, definitionId);
        await session.AppendHistoryAsync("lifecycle/" + definitionId, "definition.retracted", new JsonObject { ["version"] = version, ["hash"] = row.ContentHash });
        session.Announce("definitions");
        session.AfterCommit(() => Forget(definitionId));
    }

    /// <summary>Compiles the version on which an instance stands, for a commit that will read its state.</summary>
    internal async Task KnowAsync(DbContext context, string instanceId, CancellationToken cancellationToken)
    {
        var pinned = await context.Set<InstanceRow>().Where(row => row.Id == instanceId || row.ParentInstanceId == instanceId)
            .Select(row => new { row.DefinitionId, row.DefinitionVersion }).Distinct().ToListAsync(cancellationToken);
        foreach (var version in pinned)
        {
            await FindAsync(version.DefinitionId, version.DefinitionVersion, cancellationToken);
        }
    }

    /// <summary>Published versions whose triggers have no rows: those of a database of an earlier build.</summary>
    internal async Task<List<CompiledDefinition>> UnarmedAsync(CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var armed = await context.Set<StartTriggerRow>().Select(row => row.DefinitionId).Distinct().ToListAsync(cancellationToken);
        var others = await context.Set<DefinitionRow>().Where(row => row.IsLatestPublished && !armed.Contains(row.DefinitionId))
            .Select(row => new { row.DefinitionId, row.DefinitionVersion }).ToListAsync(cancellationToken);
        var unarmed = new List<CompiledDefinition>();
        foreach (var other in others)
        {
            if (await FindAsync(other.DefinitionId, other.DefinitionVersion, cancellationToken) is { Triggers.Count: > 0 } definition)
            {
                unarmed.Add(definition);
            }
        }

        return unarmed;
    }

    /// <summary>Writes the trigger rows of a published version, unless it is not the published one any more.</summary>
    internal async ValueTask<ReconcilerFinding?> ArmAsync(CommitSession session, CompiledDefinition definition)
    {
        if (await session.FindLockedAsync<DefinitionRow>(definition.DefinitionId, definition.Version) is not { IsLatestPublished: true })
        {
            return null;
        }

        await StartTriggers.ArmAsync(session, definition, options.Zone);
        return new("triggers-missing", null, definition.DefinitionId);
    }

    /// <summary>All versions of all definitions as files of the product's format, drafts left out.</summary>
    public async IAsyncEnumerable<(string DefinitionId, int Version, string Json)> ExportAsync()
    {
        await using var context = contexts.Create();
        var rows = context.Set<DefinitionRow>().AsNoTracking().Where(row => row.State != DefinitionStates.Draft)
            .OrderBy(row => row.DefinitionId).ThenBy(row => row.DefinitionVersion).AsAsyncEnumerable();
        await foreach (var row in rows)
        {
            yield return (row.DefinitionId, row.DefinitionVersion, row.Json);
        }
    }

    /// <summary>A published version that was compiled before; inside a commit nothing else may be asked for.</summary>
    internal CompiledDefinition? TryGet(string definitionId, int version) => compiled.GetValueOrDefault((definitionId, version));

    /// <summary>The publish of this process is seen at once; hosts on the same server see it within a second.</summary>
    internal void Forget(string definitionId) => published.TryRemove(definitionId, out _);

    private CompiledDefinition Compile(DefinitionRow row)
    {
        var result = DefinitionCompiler.Compile(DefinitionJson.Read(row.Json), catalog, UsedVersion);
        return row.State == DefinitionStates.Draft ? result : compiled.GetOrAdd((row.DefinitionId, row.DefinitionVersion), result);
    }

    // A workflow that a node uses as an activity is compiled into its user: the node names its version, which never changes.
    private WorkflowDefinition? UsedVersion(string definitionId, int version)
    {
        using var context = contexts.Create();
        var json = context.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId && row.DefinitionVersion == version).Select(row => row.Json).FirstOrDefault();
        return json is null ? null : DefinitionJson.Read(json);
    }
}

/// <summary>What an import did: the version that has this content, and whether it was made now.</summary>
public sealed record ImportedDefinition(string DefinitionId, int Version, bool IsNew);
