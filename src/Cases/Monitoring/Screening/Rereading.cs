using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring.Screening;

/// <summary>A step that reads what is stored and stores what is missing. Where another host does the same at the same time, the later of the two is stale, and reads again.</summary>
public static class Rereading
{
    private const int MostTries = 20;

    public static async Task<T> RunAsync<T>(Func<Task<T>> step, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await step();
            }
            catch (StaleWriteException) when (tries < MostTries)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
