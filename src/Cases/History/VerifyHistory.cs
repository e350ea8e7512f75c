using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.History;

/// <summary>What a verification found. <see cref="Problem"/> is null when everything is whole; else it names the first broken, missing or cut chain.</summary>
public sealed record HistoryVerdict(long Subjects, long Entries, long Roots, HistoryProblem? Problem);

/// <summary>One finding. Kind: broken (content and hash differ), missing (entries or a chain are gone), cut (the end of a chain is gone), forged (signature).</summary>
public sealed record HistoryProblem(string Kind, string Subject, long? Seq, string Text);

/// <summary>
/// Walks every chain from its first entry, compares it with its head, every head with the roots, every root with its predecessor and its signature,
/// and, where given, all of it with a roots file that was kept elsewhere. Reads only; it may run beside a working host.
/// </summary>
public static class VerifyHistory
{
    /// <param name="key">The public key that roots must be signed with; null if none was ever made.</param>
    /// <param name="rootsFile">Lines exported earlier, or null.</param>
    public static async Task<HistoryVerdict> RunAsync(
        Func<DbContext> contexts, HistoryKey? key, TextReader? rootsFile = null, CancellationToken cancellationToken = default)
    {
        await using var context = contexts();
        var walk = new ChainWalk();
        var problem = await walk.RunAsync(context, contexts, cancellationToken)
            ?? await PersonalCheck.RunAsync(context, cancellationToken);
        // The file first: it names the chain also where somebody has taken the database's own roots along.
        problem ??= rootsFile is null ? null : await RootsFileCheck.RunAsync(context, key, rootsFile, cancellationToken);
        var (roots, rootProblem) = problem is null ? await RootCheck.RunAsync(context, key, cancellationToken) : (0, null);
        return new(walk.Subjects, walk.Entries, roots, problem ?? rootProblem);
    }
}
