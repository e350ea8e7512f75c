namespace CaseMgmt.Workflows.Execution;

/// <summary>The seed of random functions of one transition: the same transition of the same instance draws the same numbers on every host, and again when it is replayed.</summary>
public static class TransitionSeed
{
    /// <summary>FNV-1a, because string hashing differs from process to process.</summary>
    public static long Of(string instanceId, long sequence)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in instanceId)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return unchecked((long)((hash ^ (ulong)sequence) * 1099511628211UL));
    }
}
