using CaseMgmt.Workflows.Runtime;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tests.Lifecycle;

/// <summary>A host that stops in the middle of its work, and the one that comes after it.</summary>
internal static class StoppedHost
{
    /// <summary>Does the work; from the given commit on nothing more reaches the database, also of what goes on behind the answer.</summary>
    public static async Task UntilTheHostStopsAsync(this AuditWorld world, int commits, Func<Task> work)
    {
        var done = 0;
        world.Get<CommitServices>().Probe = statement =>
        {
            if (Volatile.Read(ref done) >= commits)
            {
                throw new IOException("the host stopped");
            }

            _ = statement == "commit" ? Interlocked.Increment(ref done) : 0;
        };
        await work();
        await world.Get<Pump>().IdleAsync();
        world.Get<CommitServices>().Probe = null;
    }

    /// <summary>The lease of what was left behind is over: another host takes it up and works it off.</summary>
    public static async Task NextHostAsync(this AuditWorld world)
    {
        world.Clock.Now += TimeSpan.FromMinutes(1);
        await world.Get<Pump>().SweepAsync();
        await world.Get<Pump>().IdleAsync();
    }
}
