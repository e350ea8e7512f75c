using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>What a repair would do to an instance as it is now.</summary>
/// <param name="Leaves">Nodes that would wait no longer.</param>
/// <param name="Opens">Nodes that would wait afterwards and do not yet.</param>
/// <param name="Refused">Why it would not be done at all.</param>
public sealed record RepairForecast(string Status, IReadOnlyList<CompiledNode> Leaves, IReadOnlyList<CompiledNode> Opens, IReadOnlyList<string> Incidents, string? Refused);

/// <summary>Runs a repair dry: the interpreter is pure, so its answer is the one that the commit would get, as long as nothing happens in between.</summary>
public sealed class RepairPreview(ContextSource contexts, DefinitionStore definitions, TimeProvider time, RuntimeOptions options)
{
    /// <summary>Null if there is no such instance.</summary>
    public async Task<RepairForecast?> FindAsync(string id, Stimulus stimulus, CancellationToken cancellationToken = default)
    {
        await using var context = contexts.Create();
        if (await context.Set<InstanceRow>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } row
            || await definitions.FindAsync(row.DefinitionId, row.DefinitionVersion, cancellationToken) is not { } definition)
        {
            return null;
        }

        var before = Snapshot.Of(row, definition);
        var transition = Deciding.Decide(before, stimulus, time.GetUtcNow().UtcDateTime, options.Zone).Transition;
        var left = before.State.Bookmarks.Where(bookmark => transition.BurntBookmarkIds.Contains(bookmark.Id)).Select(bookmark => bookmark.ActivityId);
        var opened = transition.Opened.Where(bookmark => !transition.BurntBookmarkIds.Contains(bookmark.Id)).Select(bookmark => bookmark.ActivityId);
        return new(
            transition.Status.ToString(), Nodes(left, definition), Nodes(opened, definition), [.. transition.Incidents.Select(incident => incident.Message)], transition.Refused?.Reason);
    }

    private static List<CompiledNode> Nodes(IEnumerable<string> ids, CompiledDefinition definition) => [.. ids.Distinct().Select(definition.FindNode).OfType<CompiledNode>()];
}
